import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Cluster, startCluster } from '../../../server/launch/embedded.js';
import { root } from '../../../server/root.js';

/** The benchmarks' own PostgreSQL, kept under .liuke/bench between runs. */
export interface BenchCluster {
  /** The connection string of one of its databases. */
  url(database: string, role: 'owner' | 'app'): string;
  /** Runs statements one by one on a database as its owner. */
  run(database: string, statements: string[]): Promise<void>;
  rows<T extends object>(database: string, sql: string, params?: unknown[]): Promise<T[]>;
  /** Lets PostgreSQL use every core for the time of work that is not measured. */
  spread<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Starts the cluster; `cpu`: the core that PostgreSQL is kept on. */
export async function openCluster(cpu: number | undefined): Promise<BenchCluster> {
  const cluster = await startCluster({ folder: join(root, '.liuke', 'bench') });
  const keep = async (cores: string) => (cpu === undefined ? undefined : keepOn(cores, cluster));
  await keep(String(cpu));
  const url = (database: string, role: 'owner' | 'app') =>
    (role === 'owner' ? cluster.ownerUrl : cluster.appUrl).replace('/liuke?', `/${database}?`);
  const rows = async <T extends object>(database: string, sql: string, params: unknown[] = []) => {
    const client = new pg.Client({ connectionString: url(database, 'owner') });
    await client.connect();
    try {
      return (await client.query(sql, params)).rows as T[];
    } finally {
      await client.end();
    }
  };
  return {
    url,
    rows,
    run: async (database, statements) => {
      for (const statement of statements) {
        await rows(database, statement);
      }
    },
    spread: async (work) => {
      await keep(`0-${cpus().length - 1}`);
      try {
        return await work();
      } finally {
        await keep(String(cpu));
      }
    },
    close: () => cluster.close(),
  };
}

/** Moves the server and all its processes to some cores; those it makes later inherit that. */
async function keepOn(cores: string, cluster: Cluster): Promise<void> {
  const client = new pg.Client({ connectionString: cluster.ownerUrl });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  await client.end();
  const postmaster = parentOf(rows[0]!.pid);
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(Number(name)) === postmaster);
  for (const pid of [String(postmaster), ...children]) {
    try {
      execFileSync('taskset', ['-a', '-p', '-c', cores, pid], { stdio: 'ignore' });
    } catch {
      // a process that ended meanwhile
    }
  }
}

function parentOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return -1;
  }
}
