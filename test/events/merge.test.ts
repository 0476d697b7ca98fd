import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { EventKind } from '../../schema/events/enums.js';
import type { Caller } from '../../server/access/principal.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { makeCustomer, makeStaff } from '../support/factories.js';
import { activity, countsDisagree, event, idOf, push } from './support.js';

let t: TestApp;
let manager: Caller;
beforeAll(async () => {
  t = await createTestApp();
  manager = await makeStaff(t.app, 'SERVICE_MANAGER');
});
afterAll(() => t.close());

const merge = async (survivorId: string, mergedId: string) =>
  (await t.app.customers.merge(manager, { survivorId, mergedId, reason: '同一个人' })).merge.id;
const revert = (mergeId: string) => t.app.customers.revertMerge(manager, { mergeId, reason: '不是同一人' });

/** Logs somebody in on a day of March 2026, and lets them look at something. */
async function visit(customerExternalId: string, ...days: number[]): Promise<void> {
  const at = (day: number) => `2026-03-${String(day).padStart(2, '0')}T02:00:00Z`;
  await push(
    t,
    ...days.flatMap((day) => [
      event(`${customerExternalId}-${day}`, { customerExternalId, at: at(day) }),
      event(`${customerExternalId}-${day}v`, { customerExternalId, at: at(day), kind: EventKind.VIEW, sku: 'A1' }),
    ]),
  );
}

test('A1: the events of a merged profile count for the survivor, and go back when the merge is undone', async () => {
  await visit('m1', 2, 9);
  await visit('m2', 9, 11, 12);
  const [m1, m2] = [await idOf(t, 'm1'), await idOf(t, 'm2')];
  const before = [await activity(t, m1), await activity(t, m2)];
  const mergeId = await merge(m1, m2);
  expect(await activity(t, m1)).toMatchObject({
    events: 10,
    days: { 'LOGIN 2026-03-02': 1, 'LOGIN 2026-03-09': 2, 'VIEW 2026-03-12': 1 },
    loginDays: ['2026-03-12', '2026-03-11', '2026-03-09', '2026-03-02'],
    lastEventOn: '2026-03-12',
    frequentUntil: '2026-03-29',
  });
  expect(await activity(t, m2)).toMatchObject({ events: 0, days: {}, lastEventOn: null, frequentUntil: null });
  await revert(mergeId);
  expect([await activity(t, m1), await activity(t, m2)]).toEqual(before);
  expect(await countsDisagree(t)).toEqual([]);
});

test('A1: events that came after the merge stay with the survivor', async () => {
  await visit('l1', 1);
  await visit('l2', 3);
  const [l1, l2] = [await idOf(t, 'l1'), await idOf(t, 'l2')];
  const mergeId = await merge(l1, l2);
  await visit('l2', 5);
  await revert(mergeId);
  await visit('l2', 7);
  expect((await activity(t, l1)).loginDays).toEqual(['2026-03-05', '2026-03-01']);
  expect((await activity(t, l2)).loginDays).toEqual(['2026-03-07', '2026-03-03']);
});

test('A1: merges of merged profiles are undone one by one', async () => {
  for (const [i, name] of ['k1', 'k2', 'k3'].entries()) {
    await visit(name, 1 + i);
  }
  const [k1, k2, k3] = await Promise.all(['k1', 'k2', 'k3'].map((name) => idOf(t, name)));
  const first = await merge(k2!, k3!);
  const second = await merge(k1!, k2!);
  expect((await activity(t, k1!)).loginDays).toEqual(['2026-03-03', '2026-03-02', '2026-03-01']);
  await revert(second);
  expect((await activity(t, k2!)).loginDays).toEqual(['2026-03-03', '2026-03-02']);
  await revert(first);
  expect((await activity(t, k1!)).loginDays).toEqual(['2026-03-01']);
  expect((await activity(t, k2!)).loginDays).toEqual(['2026-03-02']);
  expect((await activity(t, k3!)).loginDays).toEqual(['2026-03-03']);
  const [left] = await t.app.db.rows('select count(*) from customer_event where came_to is not null');
  expect(left).toEqual({ count: 0 });
});

test('A1: an undone merge leaves a survivor without events as it was', async () => {
  await visit('n2', 4);
  const { id: n1 } = await makeCustomer(t.app);
  const n2 = await idOf(t, 'n2');
  await revert(await merge(n1, n2));
  expect(await activity(t, n1)).toMatchObject({ events: 0, lastEventAt: null, lastEventOn: null });
  expect(await activity(t, n2)).toMatchObject({ events: 2, lastEventOn: '2026-03-04' });
});

test('A1: events that come while their customer is merged away count for the survivor, each once', async () => {
  await visit('r1', 1);
  await visit('r2', 2);
  const [r1, r2] = [await idOf(t, 'r1'), await idOf(t, 'r2')];
  await Promise.all([visit('r2', 3), merge(r1, r2), visit('r1', 4), visit('r2', 5), visit('r2', 6)]);
  expect(await activity(t, r1)).toMatchObject({ events: 12, lastEventOn: '2026-03-06' });
  expect(await activity(t, r2)).toMatchObject({ events: 0, days: {} });
  expect(await countsDisagree(t)).toEqual([]);
});

test('A4: a deletion takes all events with it, also those that merges brought, and what comes meanwhile', async () => {
  const admin = await makeStaff(t.app, 'ADMIN');
  await visit('e1', 1);
  await visit('e2', 2);
  const [e1, e2] = [await idOf(t, 'e1'), await idOf(t, 'e2')];
  await merge(e1, e2);
  await Promise.all([t.app.customers.erase(admin, { id: e1, reason: '客户要求' }), visit('e2', 3), visit('e1', 4)]);
  const [left] = await t.app.db.rows(
    `select (select count(*) from customer_event where customer_id = any($1) or came_to = any($1)) as events,
            (select count(*) from customer_event_day where customer_id = any($1)) as days,
            (select count(*) from customer_activity where customer_id = any($1)) as activity`,
    [[e1, e2]],
  );
  expect(left).toEqual({ events: 0, days: 0, activity: 0 });
  const [entry] = await t.app.db.rows<{ after: { events: number } }>(
    `select after from audit_entry where action = 'customerErase' and subject_id = $1`,
    [e1],
  );
  expect(entry!.after.events).toBeGreaterThanOrEqual(4);
});
