import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { APP_ROLE } from '../config.js';
import { serverAccount } from './cluster/account.js';
import { ensureDataFolder, ownerRole } from './cluster/initialize.js';
import { dataFolder, preparePlace, socketFolder } from './cluster/place.js';
import { type Purpose, settings } from './cluster/settings.js';
import { type Supervised, supervise } from './cluster/supervise.js';
import { LaunchFailure } from './failure.js';

const databaseName = 'liuke';
/** How long a predecessor that was killed may take to shut down, and a start to recover, in ms. */
const patience = 60_000;
/** How long a clean shutdown may take before postgres is told to stop at once, in ms. */
const shutdownPatience = 5_000;

/** A running embedded PostgreSQL. It listens on a unix socket only, so it never takes a port. */
export interface Cluster {
  /** Connects as the owner of everything (superuser of this cluster). */
  ownerUrl: string;
  /** Connects as the application: no superuser, owns nothing. */
  appUrl: string;
  /** Resolves when PostgreSQL ended without `close()`, with what it said last. */
  crashed: Promise<string>;
  /** Stops PostgreSQL cleanly and resolves when it is gone. Safe to call twice. */
  close(): Promise<void>;
}

/** What a cluster is for and where it lives. */
export interface ClusterOptions {
  /** Folder to keep it in, e.g. `<clone>/.liuke`; made when missing. */
  folder: string;
  purpose?: Purpose;
  /** Told what takes long. */
  say?: (detail: string) => void;
}

/**
 * Starts the embedded PostgreSQL 18 of `folder`, making its data folder, the database `liuke` and
 * the two roles when they are missing, and waits until it answers queries. The caller makes sure
 * that nobody else runs the same folder. Throws LaunchFailure with what to do.
 */
export async function startCluster({ folder, purpose = 'company', say = () => {} }: ClusterOptions): Promise<Cluster> {
  const account = serverAccount(folder);
  const place = preparePlace(folder, account);
  const data = dataFolder(place);
  if (!existsSync(data)) say('making the data folder');
  await ensureDataFolder(place, account);
  await waitForPredecessor(data, say);
  const socket = socketFolder(place, account);
  const server = supervise(join(place.bin, 'postgres'), ['-D', data, ...settings(purpose, socket)], account);
  const close = closer(server, data);
  try {
    await untilReady(server, addressOf(ownerRole, socket, 'postgres'), say);
    await ensureDatabase(addressOf(ownerRole, socket, 'postgres'));
  } catch (error) {
    await close();
    throw error;
  }
  return {
    ownerUrl: addressOf(ownerRole, socket, databaseName),
    appUrl: addressOf(APP_ROLE, socket, databaseName),
    crashed: server.exited.then(() => server.lastWords()),
    close,
  };
}

/** A connection string for a socket, in the one form that WHATWG URL, libpq and node-postgres all read alike. */
function addressOf(role: string, socket: string, database: string): string {
  return `postgres://${role}@localhost/${database}?host=${encodeURIComponent(socket)}`;
}

/** The pid in postmaster.pid if that process is a postgres on this folder: a pid may have been given to another. */
function postmaster(data: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
    const command = execFileSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' });
    return command.includes(data) ? pid : undefined;
  } catch {
    return undefined;
  }
}

async function waitForPredecessor(data: string, say: (detail: string) => void): Promise<void> {
  const pidFile = join(data, 'postmaster.pid');
  const deadline = Date.now() + patience;
  for (;;) {
    const pid = postmaster(data);
    if (!pid) return rmSync(pidFile, { force: true });
    if (Date.now() > deadline)
      throw new LaunchFailure(
        `A PostgreSQL left behind (process ${pid}) still uses ${data}: stop it with \`kill -INT ${pid}\`.`,
      );
    say('waiting for the previous PostgreSQL to stop');
    await sleep(50);
  }
}

async function untilReady(server: Supervised, url: string, say: (detail: string) => void): Promise<void> {
  let gone = false;
  void server.exited.then(() => {
    gone = true;
  });
  const deadline = Date.now() + patience;
  for (;;) {
    if (gone) throw new LaunchFailure(`PostgreSQL did not start: ${lastError(server.lastWords())}`);
    try {
      return await withClient(url, async (client) => {
        await client.query('select 1');
      });
    } catch (error) {
      const { code } = error as { code?: string };
      if (Date.now() > deadline)
        throw new LaunchFailure(`PostgreSQL does not answer (${code}): ${lastError(server.lastWords())}`);
      if (code === '57P03') say('waiting until it accepts connections');
      await sleep(20);
    }
  }
}

/** The line of PostgreSQL's log that says what went wrong. */
function lastError(words: string): string {
  const lines = words.split('\n').map((line) => line.replace(/^.*?\] (?=[A-Z]+:)/, ''));
  return lines.findLast((line) => /(FATAL|PANIC|ERROR):/.test(line)) ?? lines.at(-1) ?? '';
}

async function ensureDatabase(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rows } = await client.query<{ role: boolean; database: boolean }>(
      `select exists (select from pg_roles where rolname = $1) as role,
              exists (select from pg_database where datname = $2) as database`,
      [APP_ROLE, databaseName],
    );
    if (!rows[0]?.role) await client.query(`create role ${APP_ROLE} login`);
    if (!rows[0]?.database) await client.query(`create database ${databaseName} owner ${ownerRole}`);
  });
}

async function withClient<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

function closer(server: Supervised, data: string): () => Promise<void> {
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    const urgent = setTimeout(() => {
      const pid = postmaster(data);
      if (pid) process.kill(pid, 'SIGQUIT');
    }, shutdownPatience);
    server.stop();
    await server.exited;
    clearTimeout(urgent);
  };
  return () => {
    closing ??= close();
    return closing;
  };
}
