import { deepStrictEqual } from 'node:assert';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BENCH_NOW, type Dataset } from '../dataset/company.js';
import { type Bench, withSubjects } from '../support/bench.js';
import { withCopy } from '../support/copy.js';
import { graphqlRequest, measure, median } from '../support/measure.js';
import type { Section } from '../support/report.js';
import { randomNumbers } from '../support/tokens.js';

const INGEST = `mutation Ingest($input: EventsIngestInput!) {
  eventsIngest(input: $input) { counts { created rejected } }
}`;

const BATCH = 1_000;
/** Batches a round at most. */
const MOST_BATCHES = 50;
const CONNECTIONS = 4;
const KINDS = ['VIEW', 'VIEW', 'VIEW', 'LOGIN', 'ADD_TO_CART'];
const DAY = 86_400_000;

interface Event {
  id: string;
  kind: string;
  customerExternalId: string;
  at: string;
  sku?: string;
}

/** E: new events with all that follows from them, through the API, beside COPY of the same number of rows into the same table. */
export async function run(bench: Bench): Promise<Section[]> {
  const dataset = await bench.dataset();
  return withCopy(bench, dataset, (copy) =>
    withSubjects(bench, copy, ['liuke'], async ({ liuke }) => {
      const count = Math.max(CONNECTIONS, Math.min(MOST_BATCHES, Math.round(dataset.customers / BATCH)));
      const batches = eventsOf(dataset.customers, count * (bench.options.rounds + 1));
      const headers = { authorization: `Bearer ${liuke.ready.secrets!.admin}` };
      const [api] = await measure(
        [
          {
            name: 'API',
            port: liuke.ready.port,
            process: liuke,
            count,
            requests: batches.map((events) =>
              graphqlRequest({ query: INGEST, variables: { input: { source: 'app', events } } }, headers),
            ),
          },
        ],
        { ...bench.options, seconds: 600, connections: CONNECTIONS, load: bench.load },
      );
      const copied: number[] = [];
      for (let round = -1; round < bench.options.rounds; round++) {
        const perSecond = await bareCopy(bench, copy, round, batches.slice((round + 1) * count, (round + 2) * count));
        copied.push(...(round < 0 ? [] : [perSecond]));
      }
      await check(bench, copy, dataset, batches.length * BATCH);
      const rates = { copy: median(copied), api: api!.perSecond * BATCH };
      const row = (name: string, perSecond: number, ms: string) => [
        name,
        Math.round(perSecond).toLocaleString('en'),
        (perSecond / rates.copy).toFixed(3),
        ms,
      ];
      return [
        {
          title: `E · events in batches of ${BATCH}, with all that follows from them`,
          notes: [
            `New events of random members within the last two days, ${dataset.events.toLocaleString('en')} events present, ${CONNECTIONS} batches at once. What follows: identities, counts by the day, activity, stages. COPY writes the same rows from a file of the server's into the same partitions with the same indexes, and nothing else.`,
          ],
          columns: ['', 'rows/s', 'to COPY', 'ms/batch (p50)'],
          rows: [row('COPY', rates.copy, ''), row('eventsIngest', rates.api, api!.p50.toFixed(0))],
          goals: [],
        },
      ];
    }),
  );
}

/** Rows a second that COPY writes of these events; as another source, so that they are new. */
async function bareCopy(bench: Bench, database: string, round: number, batches: Event[][]): Promise<number> {
  const rows = batches.flat().map(({ kind, customerExternalId, at, sku }, i) => {
    const customer = Number(customerExternalId.slice(1)).toString(16).padStart(12, '0');
    const key = `${(round + 1).toString(16).padStart(8, '0')}-0000-4000-8000-${i.toString(16).padStart(12, '0')}`;
    return `01800000-0000-7000-8000-${customer},${key},${at},${kind},copy,${sku ?? ''}`;
  });
  const folder = mkdtempSync(join(tmpdir(), 'liuke-copy-'));
  // PostgreSQL may run as somebody else.
  chmodSync(folder, 0o755);
  const file = join(folder, 'events.csv');
  try {
    writeFileSync(file, `${rows.join('\n')}\n`);
    const started = performance.now();
    await bench.cluster.run(database, [
      `copy customer_event (customer_id, key, at, kind, source, sku) from '${file}' (format csv)`,
    ]);
    return rows.length / ((performance.now() - started) / 1000);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Every event must have been taken and counted by the day. */
async function check(bench: Bench, database: string, { events }: Dataset, each: number): Promise<void> {
  const [sums] = await bench.cluster.rows<Record<string, string>>(
    database,
    `select (select count(*) from customer_event) as events, (select sum(events) from customer_event_day) as counted`,
  );
  deepStrictEqual(sums, { events: String(events + 2 * each), counted: String(events + each) });
}

function eventsOf(customers: number, batches: number): Event[][] {
  const random = randomNumbers(7);
  const now = new Date(BENCH_NOW).getTime();
  return Array.from({ length: batches }, (_, batch) =>
    Array.from({ length: BATCH }, (__, i) => {
      const kind = KINDS[Math.floor(random() * KINDS.length)]!;
      return {
        id: `bench-${batch}-${i}`,
        kind,
        customerExternalId: `m${1 + Math.floor(random() * customers)}`,
        at: new Date(now - Math.floor(random() * 2 * DAY)).toISOString(),
        ...(kind === 'LOGIN' ? {} : { sku: `SKU${Math.floor(random() * 2000)}` }),
      };
    }),
  );
}
