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

  /** Rows of one statement with $1-style parameters. */
  async rows<T extends object>(sql: string, params: unknown[] = []): Promise<T[]> {
    const result = await this.em.getKysely().executeQuery(CompiledQuery.raw(sql, params.map(arrayParameter)));
    return result.rows as T[];
  }

  /** The first row, or undefined. */
  async row<T extends object>(sql: string, params: unknown[] = []): Promise<T | undefined> {
    return (await this.rows<T>(sql, params))[0];
  }

  /** Runs a statement for its effect and says how many rows it touched. */
  async run(sql: string, params: unknown[] = []): Promise<number> {
    const result = await this.em.getKysely().executeQuery(CompiledQuery.raw(sql, params.map(arrayParameter)));
    return Number(result.numAffectedRows ?? 0n);
  }

  /** Work that must not happen unless the transaction is kept. */
  afterCommit(hook: () => void | Promise<void>): void {
    this.#hooks.push(hook);
  }
}
