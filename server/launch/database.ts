import { join, resolve } from 'node:path';
import pg from 'pg';
import type { Config } from '../config.js';
import { root } from '../root.js';
import { startCluster } from './embedded.js';
import { LaunchFailure } from './failure.js';
import { holder, tryLock } from './lock.mjs';

/** The oldest PostgreSQL that DATABASE_URL may name. */
const oldestMajor = 15;

/** A database that can be used now, wherever it runs. */
export interface Database {
  /** `external`: DATABASE_URL. `embedded`: started here. `shared`: embedded, started by another Liuke process. */
  kind: 'external' | 'embedded' | 'shared';
  ownerUrl: string;
  appUrl: string;
  /** For the log: where it is, without any password. */
  place: string;
  /** Resolves with a line when an embedded PostgreSQL that was started here ends by itself. */
  crashed: Promise<string>;
  /** Tells other processes in the same folder at which address this one serves. */
  announce(url: string): void;
  close(): Promise<void>;
}

/** How `openDatabase` behaves when another Liuke already runs the embedded cluster. */
export interface OpenOptions {
  /** `refuse`: LaunchFailure, for a server. `join`: use its cluster, for a tool. */
  whenRunning: 'refuse' | 'join';
  say?: (detail: string) => void;
}

interface Instance {
  pid: number;
  ownerUrl?: string;
  appUrl?: string;
  url?: string;
}

const never = new Promise<never>(() => {});

/** Opens the database of the configuration: DATABASE_URL, or else the embedded PostgreSQL. */
export async function openDatabase(config: Config, options: OpenOptions): Promise<Database> {
  const { ownerUrl, appUrl } = config;
  if (ownerUrl && appUrl) {
    const place = await checkServer(ownerUrl);
    return { kind: 'external', ownerUrl, appUrl, place, crashed: never, announce: () => {}, close: async () => {} };
  }
  return openEmbedded(folderOf(config), options);
}

/** Throws LaunchFailure when another Liuke already serves from the same data folder. */
export function refuseSecondInstance(config: Config): void {
  if (config.ownerUrl) return;
  const folder = folderOf(config);
  const other = inFolder(folder, () => holder(lockFile(folder))) as Instance | undefined;
  if (other) throw runsAlready(folder, other);
}

function folderOf(config: Config): string {
  return resolve(config.dataDir ?? join(root, '.liuke'));
}

function lockFile(folder: string): string {
  return join(folder, 'instance.json');
}

function runsAlready(folder: string, other: Instance | undefined): LaunchFailure {
  const who = `process ${other?.pid ?? '?'}${other?.url ? ` at ${other.url}` : ''}`;
  return new LaunchFailure(
    `Another Liuke runs on ${folder}: ${who}. Stop it first, or set LIUKE_DATA to another folder.`,
  );
}

async function openEmbedded(folder: string, { whenRunning, say }: OpenOptions): Promise<Database> {
  const file = lockFile(folder);
  const lock = inFolder(folder, () => tryLock(file));
  if (!lock) {
    const other = holder(file) as Instance | undefined;
    if (whenRunning === 'join' && other?.ownerUrl && other.appUrl) return joined(other.ownerUrl, other.appUrl, folder);
    throw runsAlready(folder, other);
  }
  try {
    const { ownerUrl, appUrl, crashed, close } = await startCluster({ folder, say });
    lock.update({ ownerUrl, appUrl });
    return {
      kind: 'embedded',
      ownerUrl,
      appUrl,
      place: `embedded PostgreSQL in ${folder}`,
      crashed,
      announce: (url) => lock.update({ ownerUrl, appUrl, url }),
      async close() {
        await close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function joined(ownerUrl: string, appUrl: string, folder: string): Database {
  const place = `embedded PostgreSQL in ${folder} (of the running Liuke)`;
  return { kind: 'shared', ownerUrl, appUrl, place, crashed: never, announce: () => {}, close: async () => {} };
}

/** Does something with files of the data folder; says in one line when they cannot be reached. */
function inFolder<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new LaunchFailure(
      `The data folder ${folder} cannot be written (${code}): make it writable for this user, or set LIUKE_DATA to another folder.`,
    );
  }
}

/** Connects once and reads the version. Returns where the server is, without credentials. */
async function checkServer(connectionString: string): Promise<string> {
  const place = placeOf(connectionString);
  let client: pg.Client;
  try {
    client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
    client.on('error', () => {});
    await client.connect();
  } catch (error) {
    throw new LaunchFailure(`DATABASE_URL: ${place}: ${reason(error)}`);
  }
  try {
    const { rows } = await client.query<{ number: string; version: string }>(
      `select current_setting('server_version_num') as number, current_setting('server_version') as version`,
    );
    const { number = '0', version } = rows[0] ?? {};
    if (Number(number) < oldestMajor * 10_000)
      throw new LaunchFailure(`DATABASE_URL: ${place} is PostgreSQL ${version}; Liuke needs ${oldestMajor} or newer.`);
    return `PostgreSQL ${version} at ${place}`;
  } finally {
    await client.end().catch(() => {});
  }
}

function placeOf(connectionString: string): string {
  try {
    const { hostname, port, pathname, searchParams } = new URL(connectionString);
    return `${searchParams.get('host') ?? hostname}:${port || 5432}${pathname}`;
  } catch {
    return 'the given address';
  }
}

function reason(error: unknown): string {
  const { code, message } = error as { code?: string; message: string };
  switch (code) {
    case 'ECONNREFUSED':
    case 'ENOENT':
      return 'nobody listens there; is PostgreSQL running?';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'there is no such host; check the name.';
    case '28P01':
      return 'the password is wrong for this user.';
    case '28000':
      return `the server does not let this user in (${message}).`;
    case '3D000':
      return 'there is no such database; create it first (createdb).';
    default:
      return `cannot connect (${code ?? message}).`;
  }
}
