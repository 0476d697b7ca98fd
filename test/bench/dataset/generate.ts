import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { BenchCluster } from '../support/cluster.js';
import { BENCH_NOW, type Dataset } from './company.js';

/** The generating statements, one stage after the other; the branches of a stage run side by side. */
export const STEPS = [[['customers']], [['orders', 'lines'], ['events']], [['figures']], [['perks']]] as const;

/** Fills an empty company set-based, with nothing in the way that only speeds up reading. */
export async function generate(cluster: BenchCluster, dataset: Dataset): Promise<void> {
  const { database } = dataset;
  const indexes = await onConnection(cluster, dataset, dropIndexes);
  for (const stage of STEPS) {
    await Promise.all(
      stage.map((steps) =>
        onConnection(cluster, dataset, async (client) => {
          for (const step of steps) {
            const sql = readFileSync(join(import.meta.dirname, `${step}.sql`), 'utf8');
            await timed(`${database}: ${step}`, () => client.query(sql));
          }
        }),
      ),
    );
  }
  await onConnection(cluster, dataset, async (client) => {
    await timed(`${database}: indexes`, async () => {
      for (const definition of indexes) {
        await client.query(definition);
      }
    });
    await timed(`${database}: vacuum`, async () => {
      await client.query('vacuum analyze');
      await client.query('checkpoint');
    });
  });
}

/** Works on a connection of its own, in the company's time zone and without triggers and reference checks. */
async function onConnection<T>(
  cluster: BenchCluster,
  { database, customers, orders, events }: Dataset,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: cluster.url(database, 'owner') });
  await client.connect();
  try {
    await client.query(`set bench.now = '${BENCH_NOW}'; set bench.customers = ${customers}; set bench.orders = ${orders};
      set bench.events = ${events}; set bench.grants = ${customers * 2}; set work_mem = '512MB';
      set maintenance_work_mem = '1GB'; set synchronous_commit = off; set session_replication_role = replica;
      set timezone = 'Asia/Shanghai'`);
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Drops what only speeds up reading, to be built at the end; returns how to make each again. */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, replace(pg_get_indexdef(indexrelid), ' ON ONLY ', ' ON ') as definition
       from pg_index join pg_class on pg_class.oid = indexrelid
      where relnamespace = 'public'::regnamespace and not indisunique and not relispartition`,
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
