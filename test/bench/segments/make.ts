import type { Bench, Subject } from '../support/bench.js';
import { ask } from '../support/once.js';
import { TEN } from './ten.js';

const CREATE = `mutation Create($input: SegmentCreateInput!) { segmentCreate(input: $input) {
  segment { id } userErrors { field message } } }`;
const REFRESH = `mutation Refresh($input: SegmentRefreshInput!) { segmentRefresh(input: $input) {
  userErrors { field message } } }`;

/** The ten, saved and refreshed as in a company that uses them. */
export interface MadeSegments {
  /** Of tiers by code and of segments by name. */
  ids: Record<string, string>;
  headers: Record<string, string>;
}

interface Created {
  segmentCreate: { segment: { id: string } | null; userErrors: { field: string; message: string }[] };
}

/** Saves the ten, works with them, and leaves the database as it was. */
export async function withSegments<T>(
  bench: Bench,
  database: string,
  liuke: Subject,
  work: (made: MadeSegments) => Promise<T>,
): Promise<T> {
  const { cluster } = bench;
  const headers = { authorization: `Bearer ${liuke.ready.secrets!.admin}` };
  const tiers = await cluster.rows<{ id: string; code: string }>(database, 'select id, code from tier');
  const ids = Object.fromEntries(tiers.map(({ id, code }) => [code, id]));
  const forget = () => cluster.run(database, FORGET);
  await forget();
  try {
    for (const { name, rules } of TEN) {
      const { data } = await ask<Created>(
        liuke,
        { query: CREATE, variables: { input: { name: `Bench: ${name}`, rules: rules(ids) } } },
        headers,
      );
      const { segment, userErrors } = data.segmentCreate;
      if (!segment) {
        throw new Error(`${name}: ${JSON.stringify(userErrors)}`);
      }
      ids[name] = segment.id;
      await ask(liuke, { query: REFRESH, variables: { input: { id: segment.id } } }, headers);
    }
    await cluster.run(database, ['vacuum analyze segment_membership']);
    return await work({ ids, headers });
  } finally {
    await forget();
  }
}

/** Also what a run that was cut off has left. */
const OURS = `(select id from segment where name like 'Bench: %')`;
const FORGET = [
  ...['segment_membership', 'segment_point', 'segment_use', 'segment_version'].map(
    (table) => `delete from ${table} where segment_id in ${OURS}`,
  ),
  `delete from segment where name like 'Bench: %'`,
  'vacuum segment_membership',
];
