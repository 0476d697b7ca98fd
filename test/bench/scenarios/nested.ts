import { deepStrictEqual } from 'node:assert';
import { type Bench, type Subject, withSubjects } from '../support/bench.js';
import { graphqlRequest, httpRequest, measure } from '../support/measure.js';
import { ask, askPlain } from '../support/once.js';
import { operationText } from '../support/operations.js';
import { comparison, ratioGoal, type Section } from '../support/report.js';

const PAGES = 500;

/** The operation that we publish for this. */
const LIUKE = operationText('GrantsWithMembers');

const POSTGRAPHILE = `query Grants($after: Cursor) {
  allBenefitGrants(first: 50, after: $after, orderBy: [GRANTED_AT_DESC, ROW_ID_DESC]) { nodes {
    rowId quantity used startsAt endsAt
    customerByCustomerId { rowId name customerStatByCustomerId { tierByTierId { rowId code name
      tierBenefitsByTierId { nodes { benefitByBenefitId { rowId code kind name } } } } } }
  } } }`;

const POSTGRAPHILE_PLACES = `{ allBenefitGrants(first: 1000, orderBy: [GRANTED_AT_DESC, ROW_ID_DESC]) {
  edges { cursor } } }`;

interface Place {
  at: string;
  id: string;
}

/** N: fifty grants with customer, tier and benefits, from random places of the list, asked by an admin. */
export async function run(bench: Bench): Promise<Section[]> {
  const { database } = await bench.dataset();
  const places = await bench.cluster.rows<Place>(
    database,
    `select granted_at::text as at, id from benefit_grant order by hashtextextended(id::text, 1) limit ${PAGES}`,
  );
  return withSubjects(bench, database, ['plain', 'liuke', 'postgraphile'], async (servers) => {
    const plain = places.map(({ at, id }) => `/nested?${encodeURIComponent(JSON.stringify([at, id]))}`);
    const headers = { authorization: `Bearer ${servers.liuke.ready.secrets!.admin}` };
    const bodies = places.map(({ at, id }) => ({ query: LIUKE, variables: { after: cursor([at, id]) } }));
    deepStrictEqual(await ask(servers.liuke, bodies[0]!, headers), await askPlain(servers.plain, plain[0]!));
    const foreign = await postgraphileBodies(servers.postgraphile);
    const measured = await measure(
      [
        contestant(
          'L',
          servers.plain,
          plain.map((path) => httpRequest(path, {})),
        ),
        contestant(
          'Liuke',
          servers.liuke,
          bodies.map((body) => graphqlRequest(body, headers)),
        ),
        contestant(
          'PostGraphile 5',
          servers.postgraphile,
          foreign.map((body) => graphqlRequest(body)),
        ),
      ],
      { ...bench.options, load: bench.load },
    );
    const ratio = measured[1]!.perSecond / measured[0]!.perSecond;
    return [
      {
        title: 'N · nested list of 50: grant → customer → tier → benefits',
        notes: [`Pages from ${places.length} random places of the list; Liuke checks an admin's token and session.`],
        ...comparison(measured),
        goals: [ratioGoal('Liuke to L', ratio, { least: 0.8 }), ratioGoal('Liuke to L, aim', ratio, { least: 1.6 })],
      },
    ];
  });
}

const contestant = (name: string, server: Subject, requests: string[]) => ({
  name,
  port: server.ready.port,
  process: server,
  requests,
});

const cursor = (keys: string[]) => Buffer.from(JSON.stringify(keys)).toString('base64url');

/** PostGraphile makes its own cursors: those of its first thousand grants. */
async function postgraphileBodies(server: Subject): Promise<object[]> {
  const { data } = await ask<{ allBenefitGrants: { edges: { cursor: string }[] } }>(server, {
    query: POSTGRAPHILE_PLACES,
  });
  const places = data.allBenefitGrants.edges.slice(0, PAGES);
  return places.map(({ cursor: after }) => ({ query: POSTGRAPHILE, variables: { after } }));
}
