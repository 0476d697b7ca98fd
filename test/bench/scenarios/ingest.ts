import { deepStrictEqual } from 'node:assert';
import { BENCH_NOW, type Dataset } from '../dataset/company.js';
import { ensureDataset } from '../dataset/dataset.js';
import { type Bench, withSubjects } from '../support/bench.js';
import { graphqlRequest, httpRequest, type Measured, measure } from '../support/measure.js';
import { ratioGoal, type Section } from '../support/report.js';
import { randomNumbers } from '../support/tokens.js';

const INGEST = `mutation Ingest($input: OrdersIngestInput!) {
  ordersIngest(input: $input) { counts { created rejected } }
}`;

/** Orders present beforehand, at which the same batches are measured. */
const SIZES = [10_000, 500_000, 5_000_000];
const BATCH = 1_000;
/** Batches a round at most: fewer for small companies, which would not stay small. */
const MOST_BATCHES = 24;
const CONNECTIONS = 4;
const COPY = 'bench_ingest';

/** I: new orders with all their effects, through the API and by one bare statement, on copies of companies of three sizes. */
export async function run(bench: Bench): Promise<Section[]> {
  const rows: string[][] = [];
  const ratios: number[] = [];
  const rates: number[] = [];
  for (const size of SIZES.filter((orders) => orders <= 5_000_000 * bench.options.scale)) {
    const dataset = await ensureDataset(bench.cluster, size / 5_000_000);
    const [bare, api] = (await onCopy(bench, dataset)) as [Measured, Measured];
    const perSecond = ({ perSecond: batches }: Measured) => Math.round(batches * BATCH).toLocaleString('en');
    const ratio = api.perSecond / bare.perSecond;
    rows.push([size.toLocaleString('en'), perSecond(bare), perSecond(api), ratio.toFixed(2), api.p50.toFixed(0)]);
    ratios.push(ratio);
    rates.push(api.perSecond);
  }
  return [
    {
      title: `I · order ingest in batches of ${BATCH}, with all effects`,
      notes: [
        `New orders of random members with two lines each, ${CONNECTIONS} batches at once. Effects: orders, lines, points, figures, tiers, history, notifications.`,
      ],
      columns: ['orders present', 'bare statement orders/s', 'API orders/s', 'API to bare', 'API ms/batch (p50)'],
      rows,
      goals: [
        ratioGoal('API to the bare statement, least', Math.min(...ratios), { least: 0.7 }),
        ratioGoal('API at most orders to fewest (flat)', rates.at(-1)! / rates[0]!, { least: 0.7 }),
      ],
    },
  ];
}

async function onCopy(bench: Bench, { database, customers, orders }: Dataset): Promise<Measured[]> {
  bench.say(`copying ${database}`);
  await bench.cluster.run('postgres', [
    `drop database if exists ${COPY} with (force)`,
    `create database ${COPY} template ${database} strategy file_copy`,
  ]);
  try {
    return await withSubjects(bench, COPY, ['plain', 'liuke'], async ({ plain, liuke }) => {
      const headers = { authorization: `Bearer ${liuke.ready.secrets!.admin}` };
      const count = Math.min(MOST_BATCHES, Math.max(CONNECTIONS, Math.floor(orders / (10 * BATCH))));
      const batches = count * (bench.options.rounds + 1);
      const measured = await measure(
        [
          {
            name: 'bare',
            port: plain.ready.port,
            process: plain,
            count,
            requests: ordersOf('bare', customers, batches).map((rows) => httpRequest('/ingest', {}, rows)),
          },
          {
            name: 'API',
            port: liuke.ready.port,
            process: liuke,
            count,
            requests: ordersOf('api', customers, batches).map((orders) =>
              graphqlRequest({ query: INGEST, variables: { input: { source: 'app', orders } } }, headers),
            ),
          },
        ],
        { ...bench.options, seconds: 600, connections: CONNECTIONS, load: bench.load },
      );
      await check(bench, batches * BATCH);
      return measured;
    });
  } finally {
    await bench.cluster.run('postgres', [`drop database ${COPY} with (force)`]);
  }
}

/** Both ways must have taken every order, and figures and ledgers must add up. */
async function check(bench: Bench, orders: number): Promise<void> {
  const [sums] = await bench.cluster.rows<Record<string, string>>(
    COPY,
    `select (select count(*) from orders where source = 'app') as api, (select count(*) from orders where source = 'bare') as bare,
            (select sum(spend) from customer_stats) - (select sum(base_net) from orders) as spend,
            (select sum(points_balance) from customer_stats) - (select sum(points) from points_entry) as points,
            (select sum(points_balance) from customer_stats) - (select sum(remaining) from points_lot) as lots`,
  );
  deepStrictEqual(sums, { api: String(orders), bare: String(orders), spend: '0', points: '0', lots: '0' });
}

/** Batches of new orders of random members, placed within the last day. */
function ordersOf(prefix: string, customers: number, batches: number): object[][] {
  const random = randomNumbers(prefix.length);
  const now = new Date(BENCH_NOW).getTime();
  return Array.from({ length: batches }, (_, batch) =>
    Array.from({ length: BATCH }, (__, i) => {
      const price = (20 + Math.floor(random() * 30_000) / 100).toFixed(2);
      const line = (n: number) => ({
        sku: `SKU${n}`,
        name: `商品 ${n}`,
        category: '家居',
        quantity: 1,
        unitPrice: price,
      });
      return {
        number: `${prefix}-${batch}-${i}`,
        customerExternalId: `m${1 + Math.floor(random() * customers)}`,
        placedAt: new Date(now - Math.floor(random() * 86_400_000)).toISOString(),
        amount: (Number(price) * 2).toFixed(2),
        lines: [line(Math.floor(random() * 1000)), line(Math.floor(random() * 1000))],
      };
    }),
  );
}
