import pg from 'pg';
import { AppError } from '../graphql/errors.js';
import { arrayParameter } from './array.js';
import { sqlState } from './database.js';

/** How many slow statements run at once: more would only take turns on the same disks and cores. */
const CONNECTIONS = 3;
/** How many may wait for one of those; beyond that waiting is no answer. */
const MAX_WAITING = 30;

/** How long a slow statement may take, unless said otherwise, in milliseconds. */
const LONGEST = 20_000;

/** Memory for large sets; nothing of this ever writes. */
const SETTINGS = `set work_mem = '64MB'; set jit = off; set default_transaction_read_only = on`;

export interface SlowOptions {
  /** Milliseconds after which the database gives up; 20,000 when left out. */
  timeout?: number;
  /** Aborted when nobody wants the answer any more: the database is told to stop. */
  signal?: AbortSignal | undefined;
}

const tooSlow = () =>
  new AppError('TOO_SLOW', 'This takes longer than an answer may. Ask for less, or for an estimate.');
const tooMany = () => new AppError('RATE_LIMITED', 'Too many large questions at once. Ask again in a moment.');
const cancelled = () => new AppError('CANCELLED', 'Nobody waited for this answer any more.');

/**
 * Reads that may take long, on a few connections of their own, so that they never keep the rest waiting. Each has a time
 * limit that the database keeps, memory for large sets, and ends when its asker goes.
 */
export class SlowReads {
  readonly #pool: pg.Pool;
  readonly #connection: pg.PoolConfig;
  /** How many run or wait. */
  #asked = 0;
  /** The time limit that a connection has now. */
  readonly #limits = new WeakMap<pg.PoolClient, number>();

  constructor(connection: pg.PoolConfig) {
    this.#connection = connection;
    this.#pool = new pg.Pool({ ...connection, max: CONNECTIONS, keepAlive: true, connectionTimeoutMillis: LONGEST });
    // A dropped idle connection is replaced by the pool; without a listener it would end the process.
    this.#pool.on('error', () => undefined);
    this.#pool.on('connect', (client) => {
      // Sent before whatever the connection is wanted for; if it fails, so will that.
      client.query(SETTINGS).catch(() => undefined);
    });
  }

  /**
   * Rows of one reading statement. Throws TOO_SLOW after its time, RATE_LIMITED when too many wait already, CANCELLED
   * when its asker has gone.
   */
  async rows<T extends object>(sql: string, params: unknown[] = [], options: SlowOptions = {}): Promise<T[]> {
    const { timeout = LONGEST, signal } = options;
    if (this.#asked >= CONNECTIONS + MAX_WAITING) {
      throw tooMany();
    }
    this.#asked += 1;
    try {
      return await this.#answer<T>(sql, params, timeout, signal);
    } finally {
      this.#asked -= 1;
    }
  }

  async #answer<T extends object>(
    sql: string,
    params: unknown[],
    timeout: number,
    signal: AbortSignal | undefined,
  ): Promise<T[]> {
    const client = await this.#connect();
    let stopping: Promise<unknown> | undefined;
    const stop = () => {
      stopping ??= this.#cancel((client as unknown as { processID: number }).processID).catch(() => undefined);
    };
    signal?.addEventListener('abort', stop);
    try {
      if (signal?.aborted) {
        throw cancelled();
      }
      if (this.#limits.get(client) !== timeout) {
        await client.query(`set statement_timeout = ${Math.ceil(timeout)}`);
        this.#limits.set(client, timeout);
      }
      const { rows } = await client.query<T & pg.QueryResultRow>(sql, params.map(arrayParameter));
      return rows;
    } catch (error) {
      if (sqlState(error) !== '57014') {
        throw error;
      }
      throw signal?.aborted ? cancelled() : tooSlow();
    } finally {
      signal?.removeEventListener('abort', stop);
      await stopping;
      // A connection that was told to stop may hear it late: the next statement must not be the one that ends.
      client.release(stopping !== undefined);
    }
  }

  async #connect(): Promise<pg.PoolClient> {
    try {
      return await this.#pool.connect();
    } catch (error) {
      // All were busy all the time: the pool knows no code for it.
      throw /timeout/.test((error as Error).message) ? tooMany() : error;
    }
  }

  /** Ends what a connection is doing, over one of its own: all others may be busy. */
  async #cancel(processId: number): Promise<void> {
    const client = new pg.Client(this.#connection);
    await client.connect();
    try {
      await client.query('select pg_cancel_backend($1)', [processId]);
    } finally {
      await client.end();
    }
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }
}
