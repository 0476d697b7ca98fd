import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from '../../../server/app.js';
import { ManualClock } from '../../../server/clock.js';
import { loadConfig } from '../../../server/config.js';
import { migrate } from '../../../server/database/migrate.js';
import { root } from '../../../server/root.js';
import { ensureSetUp } from '../../../server/setup.js';
import type { BenchCluster } from '../support/cluster.js';
import { BENCH_NOW, type Dataset } from './company.js';
import { generate, STEPS } from './generate.js';

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
  const sources = STEPS.flat(2).map((step) => hashOf(join(import.meta.dirname, `${step}.sql`)));
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

/** A company of 1,000,000 × `scale` customers, five orders, two grants and twenty events a head; made when it is not there yet. */
export async function ensureDataset(cluster: BenchCluster, scale: number): Promise<Dataset> {
  const customers = Math.round(1_000_000 * scale);
  const dataset = { database: `bench_${customers}`, customers, orders: customers * 5, events: customers * 20 };
  const wanted = stamp(customers);
  if (fits(await stampOf(cluster, dataset.database), wanted)) {
    await migrate({ ownerUrl: cluster.url(dataset.database, 'owner') });
    await cluster.rows(dataset.database, 'update bench.stamp set value = $1', [wanted]);
    return dataset;
  }
  await makeCompany(cluster, dataset.database);
  await cluster.spread(() => generate(cluster, dataset));
  await cluster.run(dataset.database, ['create table bench.stamp (value jsonb not null)']);
  await cluster.rows(dataset.database, 'insert into bench.stamp values ($1)', [wanted]);
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
