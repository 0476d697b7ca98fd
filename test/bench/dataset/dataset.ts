import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { App } from '../../../server/app.js';
import { ManualClock } from '../../../server/clock.js';
import { loadConfig } from '../../../server/config.js';
import { migrate } from '../../../server/database/migrate.js';
import { root } from '../../../server/root.js';
import { ensureSetUp } from '../../../server/setup.js';
import type { BenchCluster } from '../support/cluster.js';

/** The instant at which the measured company lives, so that the same data is always as old. */
export const BENCH_NOW = '2026-09-15T04:00:00.000Z';

/** A measured company of one size. */
export interface Dataset {
  database: string;
  customers: number;
  orders: number;
}

const steps = ['customers', 'orders', 'figures', 'perks'] as const;
const folder = import.meta.dirname;

/** What a database was made from. */
interface Stamp {
  /** Of the generating statements. */
  rows: string;
  /** Of each migration, by its file's name. */
  migrations: Record<string, string>;
}

function stamp(customers: number): Stamp {
  const folderOfMigrations = join(root, 'server/database/migrations');
  const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);
  const files = readdirSync(folderOfMigrations).sort();
  const sources = steps.map((step) => hashOf(join(folder, `${step}.sql`)));
  return {
    rows: [BENCH_NOW, customers, ...sources].join(' '),
    migrations: Object.fromEntries(files.map((name) => [name, hashOf(join(folderOfMigrations, name))])),
  };
}

/** Whether a database is as it would be made now, but for migrations that came later. */
function fits(found: Stamp | undefined, wanted: Stamp): boolean {
  return (
    found?.rows === wanted.rows &&
    Object.entries(found.migrations).every(([name, hash]) => wanted.migrations[name] === hash)
  );
}

/** A company of 1,000,000 × `scale` customers, five orders and two grants a head; made when it is not there yet. */
export async function ensureDataset(cluster: BenchCluster, scale: number): Promise<Dataset> {
  const customers = Math.round(1_000_000 * scale);
  const dataset = { database: `bench_${customers}`, customers, orders: customers * 5 };
  const wanted = stamp(customers);
  if (fits(await stampOf(cluster, dataset.database), wanted)) {
    await migrate({ ownerUrl: cluster.url(dataset.database, 'owner') });
    await cluster.rows(dataset.database, 'update bench.stamp set value = $1', [wanted]);
    return dataset;
  }
  await makeCompany(cluster, dataset.database);
  await generate(cluster, dataset, wanted);
  return dataset;
}

/** An empty company with the default programme in a new database; one of that name is dropped first. */
export async function makeCompany(cluster: BenchCluster, database: string): Promise<void> {
  await cluster.run('postgres', [`drop database if exists ${database} with (force)`, `create database ${database}`]);
  await migrate({ ownerUrl: cluster.url(database, 'owner') });
  await setUp(cluster.url(database, 'app'));
}

async function stampOf(cluster: BenchCluster, database: string): Promise<Stamp | undefined> {
  try {
    return (await cluster.rows<{ value: Stamp }>(database, 'select value from bench.stamp'))[0]?.value;
  } catch {
    return undefined;
  }
}

async function setUp(appUrl: string): Promise<void> {
  const config = { ...loadConfig({ LOG_LEVEL: 'error' }), appUrl };
  const app = await App.open({ config, clock: new ManualClock(BENCH_NOW) });
  try {
    await ensureSetUp(app, { demo: false });
  } finally {
    await app.close();
  }
}

async function generate(cluster: BenchCluster, { database, customers, orders }: Dataset, value: Stamp): Promise<void> {
  const client = new pg.Client({ connectionString: cluster.url(database, 'owner') });
  await client.connect();
  try {
    await client.query(`set bench.now = '${BENCH_NOW}'; set bench.customers = ${customers}; set bench.orders = ${orders};
      set bench.grants = ${customers * 2}; set work_mem = '512MB'; set maintenance_work_mem = '1GB';
      set synchronous_commit = off; set session_replication_role = replica; set timezone = 'Asia/Shanghai'`);
    const indexes = await dropIndexes(client);
    for (const step of steps) {
      await timed(`${database}: ${step}`, () => client.query(readFileSync(join(folder, `${step}.sql`), 'utf8')));
    }
    await timed(`${database}: indexes`, async () => {
      for (const definition of indexes) {
        await client.query(definition);
      }
    });
    await timed(`${database}: vacuum`, async () => {
      await client.query('vacuum analyze');
      await client.query('checkpoint');
    });
    await client.query('create table bench.stamp (value jsonb not null)');
    await client.query('insert into bench.stamp values ($1)', [value]);
  } finally {
    await client.end();
  }
}

/** Drops what only speeds up reading, to be built at the end; returns how to make each again. */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
       from pg_index join pg_class on pg_class.oid = indrelid
      where relnamespace = 'public'::regnamespace and not indisunique`,
  );
  for (const { name } of rows) {
    await client.query(`drop index ${name}`);
  }
  return rows.map(({ definition }) => definition);
}

async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  const started = performance.now();
  await work();
  process.stdout.write(`  ✓ ${what} ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
}
