import pg from 'pg';
import type { Log } from '../log.js';
import { columnTypes } from './types.js';

/** How long to wait before listening again after the connection was lost, in milliseconds. */
const RECONNECT_AFTER = 500;

/**
 * Configuration in memory, forgotten when the database announces a change of the table it comes from
 * (`NOTIFY configuration, 'table'`). While nothing can be heard, nothing is remembered.
 */
export class ConfigurationCache {
  readonly #values = new Map<string, Promise<unknown>>();
  readonly #listeners = new Set<(table: string) => void>();
  readonly #connectionString: string;
  readonly #log: Log;
  #client: pg.Client | undefined;
  #listening = false;
  #closed = false;
  #retry: NodeJS.Timeout | undefined;

  constructor(connectionString: string, log: Log) {
    this.#connectionString = connectionString;
    this.#log = log;
  }

  /** Begins to listen for changes. */
  async start(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#connectionString, types: columnTypes, keepAlive: true });
    this.#client = client;
    client.on('notification', ({ payload }) => this.forget(payload ?? ''));
    client.on('error', () => this.#lost(client));
    client.on('end', () => this.#lost(client));
    try {
      await client.connect();
      await client.query('listen configuration');
    } catch (error) {
      this.#lost(client);
      throw error;
    }
    this.#values.clear();
    this.#listening = true;
  }

  /** The value made by `load`, remembered under `table` (or `table:part`) until that table changes. */
  get<T>(key: string, load: () => Promise<T>): Promise<T> {
    const known = this.#values.get(key);
    if (known) {
      return known as Promise<T>;
    }
    const value = load();
    if (this.#listening) {
      this.#values.set(key, value);
      value.catch(() => this.#values.delete(key));
    }
    return value;
  }

  /** Forgets all that came from a table; called by the listener, and by a writer that wants to read its own change. */
  forget(table: string): void {
    for (const key of this.#values.keys()) {
      if (key === table || key.startsWith(`${table}:`)) {
        this.#values.delete(key);
      }
    }
    for (const listener of this.#listeners) {
      listener(table);
    }
  }

  /** Calls back after each announced change, for caches made of several tables. */
  onChange(listener: (table: string) => void): void {
    this.#listeners.add(listener);
  }

  #lost(client: pg.Client): void {
    if (this.#closed || this.#client !== client) {
      return;
    }
    this.#client = undefined;
    this.#listening = false;
    this.#values.clear();
    for (const listener of this.#listeners) {
      listener('*');
    }
    this.#retry = setTimeout(() => {
      this.start().catch((error: unknown) => {
        this.#log.warn({ err: error }, 'cannot listen for configuration changes');
      });
    }, RECONNECT_AFTER);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    await this.#client?.end().catch(() => undefined);
  }
}
