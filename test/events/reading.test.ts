import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { EventKind } from '../../schema/events/enums.js';
import { StaffRole } from '../../schema/staff/enums.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { execute } from '../support/execute.js';
import { makeStaff } from '../support/factories.js';
import type { Anything } from '../support/http.js';
import { signIn } from '../support/tokens.js';
import { event, idOf, push } from './support.js';

let t: TestApp;
let id: string;
beforeAll(async () => {
  t = await createTestApp();
  // Two each day, of which one is a login: from 1 February to 14 March, over a month's end.
  const events = Array.from({ length: 42 }, (_, i) => {
    const at = new Date(Date.parse('2026-02-01T02:00:00Z') + i * 86_400_000).toISOString();
    return [event(`l${i}`, { at }), event(`v${i}`, { at, kind: EventKind.VIEW, sku: `A${i}`, category: '茶叶' })];
  });
  await push(t, ...events.flat());
  await push(t, event('other', { customerExternalId: 'u2' }));
  id = await idOf(t);
});
afterAll(() => t.close());

const EVENTS = `query ($id: ID!, $kind: EventKind, $first: Int, $after: String) { customer(id: $id) {
  events(kind: $kind, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { id kind at source sku category } } } }`;

test('A2: all events are paged through, newest first, each once, also those of one instant', async () => {
  const analyst = await makeStaff(t.app, 'ANALYST');
  const seen: { id: string; kind: string; at: string }[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { customer }: Anything = (await execute(t.app, analyst, EVENTS, { id, first: 9, after })).data;
    seen.push(...customer.events.nodes);
    expect(customer.events.totalCount).toBe(84);
    ({ endCursor: after, hasNextPage: more } = customer.events.pageInfo);
  }
  expect(new Set(seen.map((one) => one.id)).size).toBe(84);
  expect(seen.map(({ at }) => at)).toEqual(
    seen
      .map(({ at }) => at)
      .toSorted()
      .toReversed(),
  );
  expect(seen[0]).toMatchObject({ at: '2026-03-14T02:00:00.000Z' });
});

test('one kind can be asked for', async () => {
  const { data } = await execute(t.app, await makeStaff(t.app, 'ADMIN'), EVENTS, { id, kind: 'VIEW', first: 3 });
  expect(data.customer.events).toMatchObject({
    totalCount: 42,
    nodes: [41, 40, 39].map((n) => ({ kind: 'VIEW', source: 'app', sku: `A${n}`, category: '茶叶' })),
  });
});

test('activity says what the events come to, of several customers at once', async () => {
  const query = `{ customers(orderBy: REGISTERED_ASC) { nodes { identities { externalId } activity {
    lastEventAt lastLoginAt eventsLast30Days byKind { kind last30Days total } } } } }`;
  const { data } = await execute(t.app, await makeStaff(t.app, 'ADMIN'), query, {});
  const of = (name: string) =>
    data.customers.nodes.find((one: Anything) => one.identities[0].externalId === name).activity;
  expect(of('u1')).toEqual({
    lastEventAt: '2026-03-14T02:00:00.000Z',
    lastLoginAt: '2026-03-14T02:00:00.000Z',
    // 13 February to 14 March are 30 days.
    eventsLast30Days: 60,
    byKind: [
      { kind: 'LOGIN', last30Days: 30, total: 42 },
      { kind: 'VIEW', last30Days: 30, total: 42 },
    ],
  });
  expect(of('u2')).toMatchObject({ eventsLast30Days: 1, byKind: [{ kind: 'LOGIN', total: 1 }] });
});

test('A2: the timeline tells of a day and kind in one item, among all else that happened', async () => {
  const admin = await makeStaff(t.app, 'ADMIN');
  await push(t, event('twice', { at: '2026-03-14T03:30:00Z' }));
  await t.app.customers.addNote(admin, { id, body: '来电' });
  const query = `query ($id: ID!, $after: String) { customer(id: $id) { timeline(first: 4, after: $after) { totalCount
    pageInfo { endCursor } nodes { id kind at events { day kind count } note { body } } } } }`;
  const first = (await execute(t.app, admin, query, { id })).data.customer.timeline;
  expect(first.nodes.map(({ kind, events }: Anything) => [kind, events])).toEqual([
    // Of one instant: by their ids.
    ['REGISTERED', null],
    ['NOTE', null],
    ['EVENTS', { day: '2026-03-14', kind: 'VIEW', count: 1 }],
    ['EVENTS', { day: '2026-03-14', kind: 'LOGIN', count: 2 }],
  ]);
  expect(first.nodes[2].at).toBe('2026-03-13T16:00:00.000Z');
  const { after, nodes } = { after: first.pageInfo.endCursor, nodes: first.nodes };
  const second = (await execute(t.app, admin, query, { id, after })).data.customer.timeline;
  expect(second.nodes.map(({ events }: Anything) => events.day)).toEqual([
    '2026-03-13',
    '2026-03-13',
    '2026-03-12',
    '2026-03-12',
  ]);
  expect(second.nodes.some((one: Anything) => nodes.some((other: Anything) => other.id === one.id))).toBe(false);
  expect(first.totalCount).toBe(86);
});

test('A4: whoever exports their own data gets their events, too', async () => {
  const { events } = (await t.app.customers.exportOf(id)) as { events: object[] };
  expect(events).toHaveLength(85);
  expect(events[1]).toMatchObject({ at: '2026-02-01T02:00:00.000Z', source: 'app' });
});

test('a system with the scope for events pushes them over HTTP, row errors and all; one without it is refused', async () => {
  const admin = await signIn(t, StaffRole.ADMIN);
  const key = async (scopes: string[]) => {
    const made = await t.client(admin)(
      `mutation ($input: ApiKeyCreateInput!) { apiKeyCreate(input: $input) { secret userErrors { code } } }`,
      { input: { name: `key ${scopes}`, scopes } },
    );
    return made.data.apiKeyCreate.secret as string;
  };
  const INGEST = `mutation ($input: EventsIngestInput!) { eventsIngest(input: $input) {
    counts { created rejected } results { index number status errors { field code } } } }`;
  const input = { source: 'app', events: [event('http'), event('bad', { at: '2027-01-01T00:00:00Z' })] };
  const { data } = await t.client(await key(['EVENTS_WRITE']))(INGEST, { input });
  expect(data.eventsIngest).toEqual({
    counts: { created: 1, rejected: 1 },
    results: [
      { index: 0, number: 'http', status: 'CREATED', errors: [] },
      { index: 1, number: 'bad', status: 'REJECTED', errors: [{ field: 'events.1.at', code: 'OUT_OF_RANGE' }] },
    ],
  });
  const { errors } = await t.client(await key(['ORDERS_WRITE']))(INGEST, { input });
  expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  const unknown = await t.client(admin)(INGEST, {
    input: { source: 'app', events: [{ ...event('k'), kind: 'DANCE' }] },
  });
  expect(unknown.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});
