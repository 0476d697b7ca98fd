import pg from 'pg';
import { PgBoss } from 'pg-boss';
import type { Transaction } from '../database/transaction.js';
import { columnTypes } from '../database/types.js';
import type { Log } from '../log.js';
import { JOB_SCHEMA } from './schema.js';

/** A kind of background work. Work is delivered at least once, so `run` must bear being run again. */
export interface JobDefinition<Data extends object = object> {
  name: string;
  /** When it runs by itself: cron in the company's time zone. */
  cron?: string;
  /** How often a failed run is tried again. */
  retries?: number;
  /** Seconds after which a run without a sign of life is given to another worker. */
  expireSeconds?: number;
  run(data: Data): Promise<void>;
}

export interface EnqueueOptions {
  /** Only one waiting job per key. */
  key?: string;
  startAfter?: Date;
}

/** The queue of background work: enqueued in the transaction that causes it, carried out by any server's workers. */
export class Jobs {
  readonly #boss: PgBoss;
  readonly #definitions = new Map<string, JobDefinition>();
  readonly #log: Log;
  readonly #running = new Set<Promise<void>>();
  /** The queue's own connections: whoever enqueues within a transaction waits for what it asks here. */
  readonly #pool: pg.Pool;

  constructor(appUrl: string, log: Log) {
    this.#log = log;
    const connection = { connectionString: appUrl, types: columnTypes, application_name: 'liuke jobs' };
    this.#pool = new pg.Pool({ ...connection, max: 2, keepAlive: true });
    // A dropped idle connection is replaced by the pool; without a listener it would end the process.
    this.#pool.on('error', () => undefined);
    this.#boss = new PgBoss({
      schema: JOB_SCHEMA,
      migrate: false,
      db: { executeSql: (text: string, values?: unknown[]) => this.#pool.query(text, values as unknown[]) },
    } as ConstructorParameters<typeof PgBoss>[0]);
    this.#boss.on('error', (error) => log.error({ err: error }, 'job queue'));
  }

  /** Makes kinds of work known; before `start`. */
  define<Data extends object>(definitions: JobDefinition<Data>[]): void {
    for (const definition of definitions) {
      this.#definitions.set(definition.name, definition as unknown as JobDefinition);
    }
  }

  /** Makes the queues; with `workers`, also takes work from them and keeps the time table. */
  async start(options: { workers: boolean; timeZone: string }): Promise<void> {
    await this.#boss.start();
    for (const { name, retries, expireSeconds } of this.#definitions.values()) {
      const settings = { retryLimit: retries ?? 3, retryBackoff: true, expireInSeconds: expireSeconds ?? 900 };
      await this.#boss.createQueue(name, settings);
    }
    if (!options.workers) {
      return;
    }
    for (const { name } of this.#definitions.values()) {
      await this.#boss.work(name, { pollingIntervalSeconds: 1 }, async ([job]) => {
        await this.run(name, (job?.data ?? {}) as object);
      });
    }
    await this.schedule(options.timeZone);
  }

  /** Sets the time table, which all servers share, to a time zone. */
  async schedule(timeZone: string): Promise<void> {
    for (const { name, cron } of this.#definitions.values()) {
      if (cron) {
        await this.#boss.schedule(name, cron, {}, { tz: timeZone });
      }
    }
  }

  /** Puts work into the queue as part of the transaction; it exists only if the transaction is kept. */
  async enqueue(tx: Transaction, name: string, data: object, options: EnqueueOptions = {}): Promise<void> {
    await this.#boss.send(name, data, {
      ...(options.key ? { singletonKey: options.key } : {}),
      ...(options.startAfter ? { startAfter: options.startAfter } : {}),
      db: {
        executeSql: async (text: string, values?: unknown[]) => ({ rows: await tx.rows<object>(text, values) }),
      },
    });
  }

  /** Runs one piece of work here and now; what workers do, and tests and commands when they cannot wait. */
  async run(name: string, data: object = {}): Promise<void> {
    const definition = this.#definitions.get(name);
    if (!definition) {
      throw new Error(`unknown job ${name}`);
    }
    const work = definition.run(data).catch((error: unknown) => {
      this.#log.error({ err: error, job: name }, 'job failed');
      throw error;
    });
    const settled = work.then(
      () => undefined,
      () => undefined,
    );
    this.#running.add(settled);
    try {
      await work;
    } finally {
      this.#running.delete(settled);
    }
  }

  /** Carries out all that waits in the queues, in this process, until nothing is left; for tests and commands. */
  async drain(): Promise<void> {
    for (let found = true; found; ) {
      found = false;
      for (const name of this.#definitions.keys()) {
        for (const job of await this.#boss.fetch<object>(name, { batchSize: 50 })) {
          found = true;
          await this.run(name, job.data ?? {});
          await this.#boss.complete(name, job.id);
        }
      }
    }
  }

  /** Stops taking work and waits for what is running; for good. */
  async stop(): Promise<void> {
    await this.#boss.stop({ graceful: true, timeout: 8_000, close: false } as Parameters<PgBoss['stop']>[0]);
    await Promise.all(this.#running);
    await this.#pool.end();
  }
}
