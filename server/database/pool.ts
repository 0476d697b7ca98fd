import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';

/** How long somebody waits for a connection, in milliseconds: by then the database is far behind, or everybody waits for everybody. */
const PATIENCE = 20_000;
const SECOND = 'a transaction asks the pool for a second connection: use tx, or db.hot for short reads';

export interface PoolOptions {
  size: number;
  /** Whether a transaction that asks for a second connection is refused at once: for development and tests. */
  strict: boolean;
  /** Milliseconds until waiting for a connection ends in an error. */
  patience?: number;
}

type Connected = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (release?: unknown) => void,
) => void;

/**
 * The pool of connections. Whoever holds a transaction has theirs and must not ask for another: with every connection
 * held by somebody who waits for one, nobody would ever get on.
 */
export class Pool extends pg.Pool {
  readonly #transaction = new AsyncLocalStorage<{ connected: boolean }>();
  readonly #strict: boolean;
  readonly #complaint: string;

  constructor(connection: pg.PoolConfig, { size, strict, patience = PATIENCE }: PoolOptions) {
    const lasting = { max: size, keepAlive: true, connectionTimeoutMillis: patience };
    // Statements that a transaction asks for at once travel together.
    super({ ...connection, ...lasting, pipeline: true } as pg.PoolConfig);
    this.#strict = strict;
    this.#complaint = `no database connection became free within ${patience / 1000} s (DATABASE_POOL=${size})`;
    // A dropped idle connection is replaced by the pool; without a listener it would end the process.
    this.on('error', () => undefined);
  }

  /** Runs what makes one transaction on one connection. */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    if (!this.#strict) {
      return work();
    }
    if (this.#transaction.getStore()) {
      throw new Error(SECOND);
    }
    return this.#transaction.run({ connected: false }, work);
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<pg.PoolClient> | undefined {
    const connecting = this.#connect();
    if (!callback) {
      return connecting;
    }
    connecting.then(
      (client) => callback(undefined, client, (release) => client.release(release as boolean)),
      (error: Error) => callback(error, undefined, () => undefined),
    );
    return undefined;
  }

  async #connect(): Promise<pg.PoolClient> {
    const transaction = this.#transaction.getStore();
    if (transaction?.connected) {
      throw new Error(SECOND);
    }
    if (transaction) {
      transaction.connected = true;
    }
    try {
      return await super.connect();
    } catch (error) {
      throw this.totalCount >= this.options.max! && isTimeout(error)
        ? new Error(this.#complaint, { cause: error })
        : error;
    }
  }
}

/** The pool says so in words only. */
function isTimeout(error: unknown): boolean {
  return (error as Error).message.includes('timeout exceeded when trying to connect');
}
