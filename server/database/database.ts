import { hash } from 'node:crypto';
import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy';
import { type EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { PostgresDialect } from 'kysely';
import type pg from 'pg';
import { entities } from '../../schema/entities.js';
import { PipelinedReads } from './pipelined.js';
import { Pool } from './pool.js';
import { SlowReads } from './slow.js';
import { Transaction } from './transaction.js';
import { columnTypes } from './types.js';

/** Two transactions waited for each other, or read what the other wrote: doing it again is right. */
const RETRYABLE = new Set(['40001', '40P01']);

export interface DatabaseOptions {
  appUrl: string;
  poolSize: number;
  /** Whether a transaction that asks for a second connection is refused at once: for development and tests. */
  strict?: boolean;
  /** Milliseconds until waiting for a connection ends in an error. */
  patience?: number;
}

/** The one door to PostgreSQL: transactions, plain rows, and pipelined hot reads, over MikroORM's and our statements alike. */
export class Database {
  readonly #orm: MikroORM;
  readonly pool: Pool;
  /** Named statements without waiting for each other; for short reads only. */
  readonly hot: PipelinedReads;
  /** Statements over everybody, which may take long and can be given up. */
  readonly slow: SlowReads;

  private constructor(orm: MikroORM, pool: Pool, connection: pg.PoolConfig) {
    this.#orm = orm;
    this.pool = pool;
    this.hot = new PipelinedReads(connection);
    this.slow = new SlowReads(connection);
  }

  static async open(options: DatabaseOptions): Promise<Database> {
    const connection = { connectionString: options.appUrl, types: columnTypes, application_name: 'liuke' };
    const { poolSize: size, strict = false, patience } = options;
    const pool = new Pool(connection, { size, strict, ...(patience ? { patience } : {}) });
    const orm = await MikroORM.init({
      dbName: databaseNameOf(options.appUrl),
      // Nothing is ever made outside migrations; looking for the database would close the pool under us.
      ensureDatabase: false,
      entities,
      metadataProvider: ReflectMetadataProvider,
      driverOptions: new PostgresDialect({ pool }),
      forceUtcTimezone: true,
    });
    return new Database(orm, pool, connection);
  }

  /** Rows of one statement outside any transaction, each column parsed as `types.ts` says. */
  async rows<T extends object>(sql: string, params: unknown[] = []): Promise<T[]> {
    return (await this.pool.query<T & pg.QueryResultRow>(sql, params)).rows;
  }

  /**
   * The same for a text that comes again and again: each connection plans it once. For few different texts only, since
   * connections keep them.
   */
  async prepared<T extends object>(text: string, values: unknown[]): Promise<T[]> {
    const name = hash('sha256', text, 'base64url');
    return (await this.pool.query<T & pg.QueryResultRow>({ name, text, values })).rows;
  }

  /** A fresh entity manager for reads of configuration-like entities. */
  em(): EntityManager {
    return this.#orm.em.fork() as EntityManager;
  }

  /**
   * Runs a use case in one transaction; what it throws rolls everything back. Deadlocks and serialisation
   * failures are retried, so `work` must have no effect outside the transaction but through `tx.afterCommit`.
   */
  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      const hooks: (() => void | Promise<void>)[] = [];
      try {
        const result = await this.pool.transaction(() =>
          this.em().transactional((em) => work(new Transaction(em as EntityManager, hooks))),
        );
        for (const hook of hooks) {
          await hook();
        }
        return result;
      } catch (error) {
        if (attempt >= 5 || !RETRYABLE.has(sqlState(error) ?? '')) {
          throw error;
        }
      }
    }
  }

  async close(): Promise<void> {
    await this.hot.close();
    await this.slow.close();
    await this.#orm.close(true);
  }
}

/** The database that a connection string names. */
export function databaseNameOf(connectionString: string): string {
  return decodeURIComponent(new URL(connectionString).pathname.slice(1));
}

/** PostgreSQL's five-letter error code, also where MikroORM has wrapped the error. */
export function sqlState(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}
