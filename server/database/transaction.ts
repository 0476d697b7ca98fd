import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import { arrayParameter } from './array.js';

/** One database transaction: entities through `em`, set-based statements through `rows`, on the same connection. */
export class Transaction {
  readonly #hooks: (() => void | Promise<void>)[];

  constructor(
    readonly em: EntityManager,
    hooks: (() => void | Promise<void>)[],
  ) {
    this.#hooks = hooks;
  }

  /**
   * Rows of one statement with $1-style parameters. Statements run in the order in which they were asked for, so those
   * whose text needs nothing of each other's rows may be asked for at once: PostgreSQL then never waits for the next.
   */
  async rows<T extends object>(sql: string, params: unknown[] = []): Promise<T[]> {
    return (await this.#execute(sql, params)).rows as T[];
  }

  /** The first row, or undefined. */
  async row<T extends object>(sql: string, params: unknown[] = []): Promise<T | undefined> {
    return (await this.rows<T>(sql, params))[0];
  }

  /** Runs a statement for its effect and says how many rows it touched. */
  async run(sql: string, params: unknown[] = []): Promise<number> {
    return Number((await this.#execute(sql, params)).numAffectedRows ?? 0n);
  }

  #execute(sql: string, params: unknown[]) {
    return this.em.getKysely().executeQuery(CompiledQuery.raw(sql, params.map(arrayParameter)));
  }

  /** Work that must not happen unless the transaction is kept. */
  afterCommit(hook: () => void | Promise<void>): void {
    this.#hooks.push(hook);
  }
}
