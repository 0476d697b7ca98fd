import pg from 'pg';

/** How many connections carry hot reads: PostgreSQL answers each in order, so a second keeps both cores busy. */
const CONNECTIONS = 2;

/**
 * Short named statements sent without waiting for earlier answers (node-postgres's pipeline mode).
 * A slow statement would hold up all behind it: lists and reports belong on the pool.
 */
export class PipelinedReads {
  readonly #options: pg.ClientConfig;
  readonly #clients: (Promise<pg.Client> | undefined)[] = new Array(CONNECTIONS).fill(undefined);
  #next = 0;
  #closed = false;

  constructor(options: pg.ClientConfig) {
    this.#options = options;
  }

  async #client(slot: number): Promise<pg.Client> {
    if (this.#closed) {
      throw new Error('the database is closed');
    }
    this.#clients[slot] ??= this.#connect(slot);
    return this.#clients[slot];
  }

  async #connect(slot: number): Promise<pg.Client> {
    const client = new pg.Client({ ...this.#options, pipeline: true } as pg.ClientConfig);
    const forget = () => {
      this.#clients[slot] = undefined;
    };
    client.on('error', forget);
    client.on('end', forget);
    try {
      await client.connect();
    } catch (error) {
      forget();
      throw error;
    }
    return client;
  }

  /** Rows of a statement known by name; the same name must always mean the same text. */
  async rows<T extends object>(name: string, text: string, values: unknown[]): Promise<T[]> {
    this.#next = (this.#next + 1) % CONNECTIONS;
    const client = await this.#client(this.#next);
    return (await client.query<T & pg.QueryResultRow>({ name, text, values })).rows;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#clients.map(async (client) => (await client?.catch(() => undefined))?.end()));
  }
}
