import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestApp, type TestApp } from '../support/app.js';
import { makeCustomer } from '../support/factories.js';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

const ensure = (ids: string[], source = 'shop') =>
  t.app.db.transaction((tx) => t.app.customers.ensureByIdentity(tx, source, ids));
const count = async () => (await t.app.db.rows<{ n: number }>('select count(*) as n from customer'))[0]!.n;

test('A1: known external ids give their customer, unknown ones a bare new one with figures', async () => {
  const known = await makeCustomer(t.app, { source: 'shop', externalId: 'k-1' });
  const before = await count();
  const found = await ensure(['k-1', 'k-2', 'k-2']);
  expect(found.get('k-1')).toBe(known.id);
  expect(found.size).toBe(2);
  expect((await count()) - before).toBe(1);
  const [stats] = await t.app.db.rows('select stage, spend from customer_stats where customer_id = $1', [
    found.get('k-2'),
  ]);
  expect(stats).toEqual({ stage: 'PROSPECT', spend: 0 });
  expect(await ensure(['k-2'])).toEqual(new Map([['k-2', found.get('k-2')]]));
});

test('A1: the same external id in another source is another identity', async () => {
  const a = await ensure(['same'], 'tmall');
  const b = await ensure(['same'], 'jd');
  expect(a.get('same')).not.toBe(b.get('same'));
});

test('A1: racing batches in opposite orders make each person once', async () => {
  const ids = Array.from({ length: 200 }, (_, n) => `race-${n}`);
  const before = await count();
  const answers = await Promise.all([ensure(ids), ensure([...ids].reverse()), ensure(ids), ensure(ids.slice(50))]);
  expect((await count()) - before).toBe(200);
  for (const answer of answers) {
    for (const [externalId, id] of answer) {
      expect(answers[0]!.get(externalId)).toBe(id);
    }
  }
  const [bare] = await t.app.db.rows<{ n: number }>(
    'select count(*) as n from customer c where not exists (select from customer_stats s where s.customer_id = c.id)',
  );
  expect(bare!.n).toBe(0);
});

test('a token maps to its active customer only', async () => {
  const active = await makeCustomer(t.app, { externalId: 'sub-1' });
  await makeCustomer(t.app, { externalId: 'sub-2', status: 'ERASED' });
  const idOf = (subject: string) => t.app.customers.idOf({ kind: 'customer', source: 'app', subject });
  expect(await idOf('sub-1')).toBe(active.id);
  expect(await idOf('sub-2')).toBeNull();
  expect(await idOf("nobody' or true --")).toBeNull();
});
