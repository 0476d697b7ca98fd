import { deepStrictEqual } from 'node:assert';
import { type Bench, withSubjects } from '../support/bench.js';
import { graphqlRequest, httpRequest, measure } from '../support/measure.js';
import { ask, askPlain } from '../support/once.js';
import { operationText } from '../support/operations.js';
import { comparison, ratioGoal, type Section } from '../support/report.js';

/** What the panel asks for its list of customers. */
const LIST = operationText('CustomerList');
/** The same without the count, as when paging on. */
const PAGE = LIST.replace('    totalCount\n', '');

const STAGES = ['NEW', 'ACTIVE', 'DORMANT', 'CHURNED'];
const PAGE_SIZE = 50;
const FAR_PAGE = 10_000;

interface Place {
  spend: string;
  id: string;
}

/** S: filtered by tier and stage, sorted by spend, with the count; and page 1 beside page 10,000 by cursor. */
export async function run(bench: Bench): Promise<Section[]> {
  const { database, customers } = await bench.dataset();
  const { cluster } = bench;
  const tiers = await cluster.rows<{ id: string }>(database, 'select id from tier where not retired order by rank');
  const page = Math.min(FAR_PAGE, Math.floor(customers / PAGE_SIZE / 2));
  const [place] = await cluster.rows<Place>(
    database,
    `select spend::text as spend, customer_id as id from customer_stats
      order by spend desc, customer_id desc offset ${(page - 1) * PAGE_SIZE - 1} limit 1`,
  );
  const filters = combinations(tiers.map(({ id }) => id));
  return withSubjects(bench, database, ['plain', 'liuke'], async ({ plain, liuke }) => {
    const headers = { authorization: `Bearer ${liuke.ready.secrets!.admin}` };
    const paths = filters.map(([tierIds, stages]) => {
      return `/list?${encodeURIComponent(JSON.stringify([tierIds, stages, null, null]))}`;
    });
    const bodies = filters.map(([tierIds, stages]) => ({
      query: LIST,
      variables: { first: PAGE_SIZE, filter: { tierIds, stages }, orderBy: 'SPEND_DESC' },
    }));
    for (const [i, body] of bodies.entries()) {
      deepStrictEqual(await ask(liuke, body, headers), await askPlain(plain, paths[i]!));
    }
    const options = { ...bench.options, load: bench.load };
    const measured = await measure(
      [
        { name: 'L', port: plain.ready.port, process: plain, requests: paths.map((path) => httpRequest(path, {})) },
        {
          name: 'Liuke',
          port: liuke.ready.port,
          process: liuke,
          requests: bodies.map((body) => graphqlRequest(body, headers)),
        },
      ],
      options,
    );
    const pageOf = (name: string, after: string | undefined) => ({
      name,
      port: liuke.ready.port,
      process: liuke,
      requests: [
        graphqlRequest({ query: PAGE, variables: { first: PAGE_SIZE, after, orderBy: 'SPEND_DESC' } }, headers),
      ],
    });
    const cursor = Buffer.from(JSON.stringify([place!.spend, place!.id])).toString('base64url');
    const pages = await measure([pageOf('page 1', undefined), pageOf(`page ${page}`, cursor)], options);
    return [
      {
        title: "S · the panel's customer list: by tier and stage, sorted by spend, 50 with the exact count",
        notes: [
          `${filters.length} filters, from one tier and stage to all of them, in turn; as an admin, with token and session checked.`,
        ],
        ...comparison(measured),
        goals: [ratioGoal('Liuke to L', measured[1]!.perSecond / measured[0]!.perSecond, { least: 0.8 })],
      },
      {
        title: 'S · far pages by cursor, all customers by spend',
        notes: [],
        ...comparison(pages),
        goals: [ratioGoal(`time of page ${page} to page 1`, pages[0]!.perSecond / pages[1]!.perSecond, { most: 1.5 })],
      },
    ];
  });
}

/** Every tier with every stage, every tier with all stages, all tiers with every stage, and everything. */
function combinations(tiers: string[]): [string[], string[]][] {
  const some = <T>(all: T[]): T[][] => [...all.map((one) => [one]), all];
  return some(tiers).flatMap((ids) => some(STAGES).map((stages): [string[], string[]] => [ids, stages]));
}
