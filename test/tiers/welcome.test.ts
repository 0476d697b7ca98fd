import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { asJob, createTestApp, type TestApp } from '../support/app.js';
import { makeCustomer } from '../support/factories.js';
import { held, moves } from './support.js';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
  await silverTakes(0);
});
afterAll(() => t.close());

async function silverTakes(threshold: number) {
  await t.app.db.rows(`update tier set spend_threshold = $1 where code = 'silver'`, [threshold]);
  await t.app.db.rows(
    `update program_version set content = jsonb_set(content, '{tiers,0,spendThreshold}', to_jsonb($1::bigint)) where status = 'PUBLISHED'`,
    [threshold],
  );
  t.app.configuration.forget('program');
}

async function idOf(externalId: string): Promise<string> {
  const [row] = await t.app.db.rows<{ id: string }>(
    'select customer_id as id from customer_identity where external_id = $1',
    [externalId],
  );
  return row!.id;
}

test('V1: where the lowest tier takes nothing, a customer is in it as soon as they are made', async () => {
  await t.app.customers.ingest(asJob, {
    source: 'website',
    customers: [{ externalId: 'new' }, { externalId: 'other' }],
  });
  for (const externalId of ['new', 'other']) {
    const id = await idOf(externalId);
    expect(await held(t.app, id)).toMatchObject({ tier: 'silver', cause: 'SPEND', expires: null });
    expect(await moves(t.app, id)).toHaveLength(1);
  }
});

test('V1: so is one whom an order brings, and the order counts', async () => {
  const order = (externalId: string, amount: string) => ({
    number: externalId,
    customerExternalId: externalId,
    placedAt: t.clock.now().toISOString(),
    currency: 'CNY',
    amount,
    lines: [],
  });
  const { counts } = await t.app.orders.ingest(asJob, {
    source: 'shop',
    orders: [order('small', '10.00'), order('large', '6000.00')],
  });
  expect(counts).toMatchObject({ created: 2, rejected: 0 });
  expect(await held(t.app, await idOf('small'))).toMatchObject({ tier: 'silver' });
  expect(await held(t.app, await idOf('large'))).toMatchObject({ tier: 'gold' });
});

test('V1: whoever was made before gets it in the night', async () => {
  const { id } = await makeCustomer(t.app);
  await t.app.jobs.run('tiers.daily');
  expect(await held(t.app, id)).toMatchObject({ tier: 'silver', cause: 'SPEND', expires: null });
});

test('V1: where it takes something, nobody is given it for nothing', async () => {
  await silverTakes(100_000);
  await t.app.customers.ingest(asJob, { source: 'website', customers: [{ externalId: 'late' }] });
  expect(await held(t.app, await idOf('late'))).toMatchObject({ tier: null });
});
