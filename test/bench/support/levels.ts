import type { Bench, Subject } from './bench.js';
import { ask } from './once.js';

const CREATE = 'mutation { levelDraftCreate { levelVersion { id version } userErrors { field message } } }';
const UPDATE = `mutation Update($input: LevelDraftUpdateInput!) { levelDraftUpdate(input: $input) {
  levelVersion { id version } userErrors { field message } } }`;
const PREVIEW = `mutation Preview($input: LevelPreviewInput!) { levelPreview(input: $input) {
  preview { changed } userErrors { field message } } }`;
const PUBLISH = `mutation Publish($input: LevelPublishInput!) { levelPublish(input: $input) {
  levelVersion { id } userErrors { field message } } }`;
const STATUS = 'query Status($id: ID!) { levelVersion(id: $id) { status } }';
const REFRESH = 'mutation { levelsRefresh(input: { cutoffs: true }) { touched userErrors { field message } } }';

/** The thresholds that the measured company has, and others that move many. */
export const RULES = {
  recencyDays: [30, 90, 180],
  frequency: [
    { times: 2, days: 30 },
    { times: 1, days: 91 },
    { times: 1, days: 365 },
  ],
  monetaryShares: [20, 50, 80],
  newDays: 30,
  activeDays: 90,
  dormantDays: 180,
  often: { logins: 4, days: 28 },
  highValue: { recency: 1, frequency: 1, monetary: 1 },
  midValue: { recency: 2, frequency: 2, monetary: 2 },
  cutoffEvery: 'DAILY',
};
export const OTHERS = {
  ...RULES,
  recencyDays: [45, 100, 200],
  frequency: [
    { times: 3, days: 30 },
    { times: 1, days: 60 },
    { times: 1, days: 300 },
  ],
  monetaryShares: [10, 40, 70],
  newDays: 40,
  activeDays: 100,
  dormantDays: 200,
  often: { logins: 3, days: 28 },
};

interface Payload {
  userErrors: { field: string; message: string }[];
  levelVersion?: { id: string; version: number };
  preview?: { changed: number };
  touched?: number;
}

/** A draft of these thresholds with its preview, and its publishing until the last customer is moved. */
export function publish(liuke: Subject, token: string, rules: object) {
  let draft: { id: string; version: number } | undefined;
  return {
    prepare: async (): Promise<number> => {
      const created = (await mutate(liuke, token, CREATE)).levelVersion!;
      draft = (await mutate(liuke, token, UPDATE, { id: created.id, version: created.version, rules })).levelVersion!;
      return (await mutate(liuke, token, PREVIEW, { id: draft.id })).preview!.changed;
    },
    carryOut: async (): Promise<number> => {
      const { id, version } = draft!;
      await mutate(liuke, token, PUBLISH, { id, version });
      await liuke.ask({ command: 'work' });
      const { data } = await ask<{ levelVersion: { status: string } }>(
        liuke,
        { query: STATUS, variables: { id } },
        headersOf(token),
      );
      if (data.levelVersion.status !== 'PUBLISHED') {
        throw new Error(`the thresholds are ${data.levelVersion.status}`);
      }
      return 0;
    },
  };
}

/** What time and spend have changed, cut-offs included. */
export async function refresh(liuke: Subject, token: string): Promise<{ written: number }> {
  return { written: (await mutate(liuke, token, REFRESH)).touched! };
}

/** A fingerprint of everybody's levels. */
export async function levelsOf(bench: Bench, database: string): Promise<object> {
  const [row] = await bench.cluster.rows(
    database,
    `select sum(hashtextextended(concat_ws(',', customer_id, stage, value_segment, 'r' || recency, 'f' || frequency, 'm' || monetary,
              'e' || last_event_on, 'o' || frequent_until, 'd' || levels_due), 0)::numeric)::text as fingerprint from customer_stats`,
  );
  return row!;
}

const headersOf = (token: string) => ({ authorization: `Bearer ${token}` });

async function mutate(liuke: Subject, token: string, query: string, input?: object): Promise<Payload> {
  const { data } = await ask<Record<string, Payload>>(liuke, { query, variables: { input } }, headersOf(token));
  const [payload] = Object.values(data) as [Payload];
  if (payload.userErrors.length > 0) {
    throw new Error(JSON.stringify(payload.userErrors));
  }
  return payload;
}
