import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Caller } from '../../server/access/principal.js';
import { asJob, callerAs, createTestApp, type TestApp } from '../support/app.js';
import { execute } from '../support/execute.js';
import { type MadeCustomer, makeCustomer, makeStaff } from '../support/factories.js';

let t: TestApp;
let admin: Caller;
let agent: Caller;
beforeAll(async () => {
  t = await createTestApp();
  admin = await makeStaff(t.app, 'ADMIN');
  agent = await makeStaff(t.app, 'SERVICE_AGENT');
});
afterAll(() => t.close());

const ERASE = `mutation ($input: CustomerEraseInput!) { customerErase(input: $input) {
  customer { id name phone status identities { source } notes { body } tier { code } stats { spend } } userErrors { field code } } }`;
const erase = (id: string, caller = admin) => execute(t.app, caller, ERASE, { input: { id, reason: '客户要求删除' } });

const order = (number: string, externalId: string) => ({
  source: 'app',
  orders: [
    {
      number,
      customerExternalId: externalId,
      placedAt: '2026-02-01T02:00:00Z',
      currency: 'CNY',
      amount: '6000.00',
      lines: [{ sku: 'S', name: '龙井', quantity: 1, unitPrice: '6000.00' }],
    },
  ],
});

/** Somebody with a history: orders, points, tier, note, consent, a profile merged into theirs. */
async function somebody(number: string): Promise<MadeCustomer> {
  const made = await makeCustomer(t.app, {
    name: '冯晓芸',
    phone: '13899990000',
    email: 'feng@example.com',
    birthday: '1991-04-05',
  });
  const other = await makeCustomer(t.app, { source: 'store', name: '冯晓芸旧', phone: '13899990000' });
  await t.app.orders.ingest(asJob, order(number, made.externalId));
  await t.app.customers.addNote(agent, { id: made.id, body: '冯女士怕吵' });
  const own = callerAs({ kind: 'customer', source: 'app', subject: made.externalId });
  await t.app.customers.setConsent(own, made.id, { purpose: 'marketing', documentVersion: '1', granted: true });
  await t.app.customers.merge(admin, { survivorId: made.id, mergedId: other.id, reason: '同一人' });
  return made;
}

/** Every text that any table holds, but for those named. */
async function everyText(): Promise<string> {
  const tables = await t.app.db.rows<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const rows = await t.app.db.rows<{ text: string }>(`select to_jsonb(x)::text as text from ${name} x`);
    texts.push(...rows.map(({ text }) => text));
  }
  return texts.join('\n');
}

test('A4: deleting leaves nothing that says who it was, in any table, and keeps the books', async () => {
  const { id, externalId } = await somebody('E-1');
  const [before] = await t.app.db.rows<{ spend: number; points: number }>(
    'select spend, points_balance as points from customer_stats where customer_id = $1',
    [id],
  );
  expect(before).toEqual({ spend: 600_000, points: 6_000 });
  const { data, errors } = await erase(id);
  expect(errors).toBeUndefined();
  expect(data.customerErase).toEqual({
    customer: {
      id,
      name: '',
      phone: null,
      status: 'ERASED',
      identities: [],
      notes: [],
      tier: null,
      stats: { spend: '0.00' },
    },
    userErrors: [],
  });
  const everything = await everyText();
  const traces = ['冯晓芸', '冯女士', '13899990000', 'feng@example.com', '1991-04-05'];
  expect(traces.filter((trace) => everything.includes(trace))).toEqual([]);
  const orders = await t.app.db.rows(`select customer_id, amount, base_net, points from orders where number = 'E-1'`);
  expect(orders).toEqual([{ customer_id: null, amount: 600_000, base_net: 600_000, points: 0 }]);
  const [ledger] = await t.app.db.rows('select sum(points)::int as sum from points_entry where customer_id = $1', [id]);
  expect(ledger).toEqual({ sum: 0 });
  expect(await t.app.customers.idOf({ kind: 'customer', source: 'app', subject: externalId })).toBeNull();
  expect((await erase(id)).data.customerErase.userErrors).toEqual([{ field: 'id', code: 'ALREADY_DONE' }]);
});

test('A4: late and repeated pushes do not bring a deleted person back; data changed since then do', async () => {
  const { id, externalId } = await somebody('E-2');
  await erase(id);
  const push = async (updatedAt: string | null) => {
    const input = { source: 'app', customers: [{ externalId, name: '冯晓芸', updatedAt }] };
    return (await t.app.customers.ingest(asJob, input)).results[0]!;
  };
  expect(await push(null)).toMatchObject({ status: 'REJECTED', errors: [{ field: 'customers.0.externalId' }] });
  expect(await push('2026-01-01T00:00:00Z')).toMatchObject({ status: 'REJECTED' });
  const again = await t.app.orders.ingest(asJob, order('E-2', externalId));
  expect(again.results[0]!.status).not.toBe('REJECTED');
  await t.app.orders.ingest(asJob, order('E-3', externalId));
  const people = await t.app.db.rows(`select customer_id from orders where number in ('E-2', 'E-3')`);
  expect(people).toEqual([{ customer_id: null }, { customer_id: null }]);
  t.clock.advanceDays(1);
  expect(await push(t.clock.now().toISOString())).toMatchObject({ status: 'CREATED' });
  const back = await t.app.customers.idOf({ kind: 'customer', source: 'app', subject: externalId });
  expect(back).not.toBe(id);
});

test('A4: a customer deletes their own data; the log names nobody', async () => {
  const { id, externalId } = await somebody('E-4');
  const own = callerAs({ kind: 'customer', source: 'app', subject: externalId });
  await t.app.customers.eraseOwn(own, id);
  const entries = await t.app.db.rows(
    `select actor_kind, actor_id, actor_name from audit_entry where action = 'meErase'`,
  );
  expect(entries).toEqual([{ actor_kind: 'CUSTOMER', actor_id: id, actor_name: `erased:${id}` }]);
});

test('A4: only admins delete for others; a merged profile goes with the one it has gone into', async () => {
  const [a, b] = [await makeCustomer(t.app), await makeCustomer(t.app)];
  expect((await erase(a.id, agent)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  await t.app.customers.merge(admin, { survivorId: a.id, mergedId: b.id, reason: '同一人' });
  expect((await erase(b.id)).data.customerErase.userErrors).toEqual([{ field: 'id', code: 'CONFLICT' }]);
  await erase(a.id);
  const statuses = await t.app.db.rows('select status from customer where id = any($1::uuid[])', [[a.id, b.id]]);
  expect(statuses).toEqual([{ status: 'ERASED' }, { status: 'ERASED' }]);
});

test('A4: the export holds all that is kept about a person, clear, also of merged profiles, and nothing of others', async () => {
  const { id, externalId } = await somebody('E-5');
  await makeCustomer(t.app, { name: '别人' });
  const file = (await t.app.customers.exportOf(id)) as Record<string, unknown> & { orders: object[] };
  expect(file).toMatchObject({
    currency: 'CNY',
    profile: {
      name: '冯晓芸',
      phone: '13899990000',
      email: 'feng@example.com',
      birthday: '1991-04-05',
      tier: 'gold',
      spend: '6000.00',
    },
    identities: [{ source: 'app', externalId }, { source: 'store' }],
    consents: [{ purpose: 'marketing', granted: true, documentVersion: '1', source: 'app' }],
    orders: [
      {
        number: 'E-5',
        amount: '6000.00',
        points: 6_000,
        lines: [{ name: '龙井', unitPrice: '6000.00' }],
        reversals: [],
      },
    ],
    points: [{ kind: 'EARN', points: 6_000, balanceAfter: 6_000 }],
    tierMoves: [{ from: null, to: 'gold', direction: 'UP', cause: 'ORDER' }],
    notes: [{ body: '冯女士怕吵' }],
  });
  expect(JSON.stringify(file)).not.toContain('别人');
});

test('A4: a withdrawn consent is the newest answer; the same answer twice is kept once', async () => {
  const { id, externalId } = await makeCustomer(t.app);
  const own = callerAs({ kind: 'customer', source: 'app', subject: externalId });
  const answer = (granted: boolean, purpose = 'sms') =>
    t.app.customers.setConsent(own, id, { purpose, documentVersion: '2026-1', granted });
  await answer(true);
  await answer(true);
  t.clock.advanceDays(1);
  await answer(false);
  await expect(answer(true, ' ')).rejects.toMatchObject({ userErrors: [{ field: 'purpose', code: 'REQUIRED' }] });
  const rows = await t.app.db.rows('select granted from customer_consent where customer_id = $1 order by at', [id]);
  expect(rows).toEqual([{ granted: true }, { granted: false }]);
  const { data } = await execute(
    t.app,
    agent,
    'query ($id: ID!) { customer(id: $id) { consents { purpose granted } } }',
    { id },
  );
  expect(data.customer.consents).toEqual([{ purpose: 'sms', granted: false }]);
});

test('A4: what has been kept long enough goes, by the months that the company says', async () => {
  const { id } = await makeCustomer(t.app);
  const at = (months: number) => new Date(t.clock.now().getTime() - months * 30.5 * 86_400_000);
  await t.app.db.rows(
    `insert into notification (id, customer_id, kind, data, at)
     select gen_random_uuid(), $1, 'TIER_UP', jsonb_build_object('n', n), at from unnest($2::timestamptz[]) with ordinality as x (at, n)`,
    [id, [at(30), at(20), at(1)]],
  );
  const left = async () =>
    (
      await t.app.db.rows<{ n: number }>(
        `select (data->>'n')::int as n from notification where customer_id = $1 order by 1`,
        [id],
      )
    ).map(({ n }) => n);
  await t.app.jobs.run('customers.retention');
  expect(await left()).toEqual([2, 3]);
  await t.app.db.rows(`update company_setting set retention = '{"notifications": 6}'`);
  t.app.configuration.forget('company_setting');
  await t.app.jobs.run('customers.retention');
  expect(await left()).toEqual([3]);
});
