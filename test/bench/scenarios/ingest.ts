import type { Dataset } from '../dataset/company.js';
import { ensureDataset } from '../dataset/dataset.js';
import { type Bench, withSubjects } from '../support/bench.js';
import { withCopy } from '../support/copy.js';
import { graphqlRequest, httpRequest, type Measured, measure } from '../support/measure.js';
import { checkOrders, ordersOf } from '../support/orders.js';
import { ratioGoal, type Section } from '../support/report.js';

const INGEST = `mutation Ingest($input: OrdersIngestInput!) {
  ordersIngest(input: $input) { counts { created rejected } }
}`;

/** Orders present beforehand, at which the same batches are measured. */
const SIZES = [10_000, 500_000, 5_000_000];
const BATCH = 1_000;
/** Batches a round at most: fewer for small companies, which would not stay small. */
const MOST_BATCHES = 24;
const CONNECTIONS = 4;

/** What the API reached, to the bare statement without levels, when orders had no levels yet (commit 6d42f25), by orders present. */
const BEFORE_LEVELS: Record<number, number> = { 10000: 0.57, 500000: 0.71 };

/** Servers and paths, in the order of the columns. */
const WAYS = ['ingest-without-levels', 'ingest', 'API'] as const;

/** I: new orders with all their effects, through the API and by one bare statement, on copies of companies of three sizes. */
export async function run(bench: Bench): Promise<Section[]> {
  const rows: string[][] = [];
  const ratios: number[] = [];
  const before: number[] = [];
  const rates: number[] = [];
  for (const size of SIZES.filter((orders) => orders <= 5_000_000 * bench.options.scale)) {
    const dataset = await ensureDataset(bench.cluster, size / 5_000_000);
    const [without, bare, api] = (await onCopy(bench, dataset)) as [Measured, Measured, Measured];
    const perSecond = ({ perSecond: batches }: Measured) => Math.round(batches * BATCH).toLocaleString('en');
    const ratio = api.perSecond / bare.perSecond;
    const now = api.perSecond / without.perSecond;
    const then = BEFORE_LEVELS[size];
    rows.push([
      size.toLocaleString('en'),
      ...[without, bare, api].map(perSecond),
      ratio.toFixed(2),
      api.p50.toFixed(0),
      now.toFixed(2),
      then?.toFixed(2) ?? '',
    ]);
    ratios.push(ratio);
    before.push(...(then === undefined ? [] : [now / then]));
    rates.push(api.perSecond);
  }
  return [
    {
      title: `I · order ingest in batches of ${BATCH}, with all effects`,
      notes: [
        `New orders of random members with two lines each, ${CONNECTIONS} batches at once. Effects: orders, lines, points, figures, levels, tiers, history, notifications.`,
        'The last two columns tell what levels cost: the API to a bare statement that leaves them out, now and when the API knew none.',
      ],
      columns: [
        'orders present',
        'bare without levels orders/s',
        'bare statement orders/s',
        'API orders/s',
        'API to bare',
        'API ms/batch (p50)',
        'API to bare without levels',
        'before levels',
      ],
      rows,
      goals: [
        ratioGoal('API to the bare statement, least', Math.min(...ratios), { least: 0.7 }),
        ...(before.length === 0
          ? []
          : [ratioGoal('API now to before levels, least', Math.min(...before), { least: 0.7 })]),
        ratioGoal('API at most orders to fewest (flat)', rates.at(-1)! / rates[0]!, { least: 0.7 }),
      ],
    },
  ];
}

async function onCopy(bench: Bench, dataset: Dataset): Promise<Measured[]> {
  return withCopy(bench, dataset, (copy) =>
    withSubjects(bench, copy, ['plain', 'liuke'], async ({ plain, liuke }) => {
      const headers = { authorization: `Bearer ${liuke.ready.secrets!.admin}` };
      const { customers, orders } = dataset;
      const count = Math.min(MOST_BATCHES, Math.max(CONNECTIONS, Math.floor(orders / (10 * BATCH))));
      const batches = count * (bench.options.rounds + 1);
      const measured = await measure(
        WAYS.map((name) => ({
          name,
          count,
          ...(name === 'API'
            ? {
                port: liuke.ready.port,
                process: liuke,
                requests: ordersOf(name, customers, batches, BATCH).map((orders) =>
                  graphqlRequest({ query: INGEST, variables: { input: { source: 'app', orders } } }, headers),
                ),
              }
            : {
                port: plain.ready.port,
                process: plain,
                requests: ordersOf(name, customers, batches, BATCH).map((rows) => httpRequest(`/${name}`, {}, rows)),
              }),
        })),
        { ...bench.options, seconds: 600, connections: CONNECTIONS, load: bench.load },
      );
      await checkOrders(bench, copy, batches * BATCH);
      return measured;
    }),
  );
}
