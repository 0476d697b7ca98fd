import { deepStrictEqual } from 'node:assert';
import type { Dataset } from '../dataset/company.js';
import type { Bench, Subject } from '../support/bench.js';
import { graphqlRequest, measure } from '../support/measure.js';
import { ask } from '../support/once.js';
import { operationText } from '../support/operations.js';
import { comparison, ratioGoal, type Section } from '../support/report.js';
import type { MadeSegments } from './make.js';
import { TEN } from './ten.js';

const NAME = 'wide attributes';
const SIZE = 50;
const FAR_PAGE = 10_000;

/** The operation that we publish for this. */
const PAGE = operationText('SegmentMembersBySpend');

interface Place {
  spend: string;
  id: string;
}

/** The first page of a wide segment beside its page 10,000 by cursor. */
export async function farPages(
  bench: Bench,
  { database, customers }: Dataset,
  liuke: Subject,
  { ids, headers }: MadeSegments,
): Promise<Section> {
  const far = Math.min(FAR_PAGE, Math.floor(customers / SIZE / 2));
  const places = await bench.cluster.rows<Place>(
    database,
    `select s.spend::text as spend, s.customer_id as id from ${TEN.find(({ name }) => name === NAME)!.page}
      order by s.spend desc, s.customer_id desc offset ${(far - 1) * SIZE - 1} limit ${SIZE + 1}`,
  );
  const [{ spend, id }, ...wanted] = places as [Place, ...Place[]];
  const after = Buffer.from(JSON.stringify([spend, id])).toString('base64url');
  const body = (cursor: string | undefined) => ({ query: PAGE, variables: { id: ids[NAME], after: cursor } });
  const { data } = await ask<{ segment: { members: { nodes: { id: string }[] } } }>(liuke, body(after), headers);
  deepStrictEqual(
    data.segment.members.nodes.map((node) => node.id),
    wanted.map((place) => place.id),
  );
  const contestant = (name: string, cursor: string | undefined) => ({
    name,
    port: liuke.ready.port,
    process: liuke,
    requests: [graphqlRequest(body(cursor), headers)],
  });
  const pages = await measure([contestant('page 1', undefined), contestant(`page ${far}`, after)], {
    ...bench.options,
    connections: 1,
    load: bench.load,
  });
  return {
    title: `G · far pages by cursor, segment "${NAME}" by spend`,
    notes: [],
    ...comparison(pages),
    goals: [ratioGoal(`time of page ${far} to page 1`, pages[0]!.perSecond / pages[1]!.perSecond, { most: 1.5 })],
  };
}
