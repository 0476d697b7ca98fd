import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { StaffRole } from '../../schema/staff/enums.js';
import { newId } from '../../server/database/id.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { signIn } from '../support/tokens.js';

const UPDATE = `mutation ($input: CompanyUpdateInput!) { companyUpdate(input: $input) {
  company { name timeZone currency version exchangeRates { currency rate } } userErrors { field code } } }`;

let t: TestApp;
let admin: string;
beforeAll(async () => {
  t = await createTestApp();
  admin = await signIn(t, StaffRole.ADMIN);
});
afterAll(() => t.close());

const version = async () => (await t.client()('{ company { version } }')).data.company.version as number;
const update = async (change: object) => t.client(admin)(UPDATE, { input: { version: await version(), ...change } });

test('the company is public, without its secrets', async () => {
  const { data, errors } = await t.client()('{ company { name currency timeZone exchangeRates { currency rate } } }');
  expect(errors).toBeUndefined();
  expect(data.company).toMatchObject({ currency: 'CNY', timeZone: 'Asia/Shanghai' });
  const { errors: refused } = await t.client()('{ company { secrets } }');
  expect(refused?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
});

test('settings change together, are audited, and count at once, also for the time table of jobs', async () => {
  const before = await version();
  const change = {
    name: '留客',
    timeZone: 'Asia/Kolkata',
    currency: 'INR',
    exchangeRates: [{ currency: 'CNY', rate: 11.7 }],
  };
  const { data } = await update(change);
  expect(data.companyUpdate).toEqual({ company: { ...change, version: before + 1 }, userErrors: [] });
  const [entry] = await t.app.db.rows(`select before, after from audit_entry where action = 'companyUpdate'`);
  expect(entry).toMatchObject({ before: { currency: 'CNY' }, after: { currency: 'INR', timeZone: 'Asia/Kolkata' } });
  expect(JSON.stringify(entry)).not.toContain('session');
  const zones = await t.app.db.rows('select distinct timezone from pgboss.schedule');
  expect(zones).toEqual([{ timezone: 'Asia/Kolkata' }]);
});

test('what is left out stays; a save on an older version is refused', async () => {
  const current = await version();
  expect((await update({ name: 'Liuke' })).data.companyUpdate.company).toMatchObject({
    name: 'Liuke',
    currency: 'INR',
  });
  const late = await update({ version: current, name: 'Other' });
  expect(late.errors).toMatchObject([{ extensions: { code: 'VERSION_CONFLICT', currentVersion: current + 1 } }]);
});

test.each([
  [{ name: ' ' }, { field: 'name', code: 'REQUIRED' }],
  [{ timeZone: 'Mars/Olympus' }, { field: 'timeZone', code: 'INVALID' }],
  [{ timeZone: '+08:00' }, { field: 'timeZone', code: 'INVALID' }],
  [{ timeZone: 'asia/shanghai' }, { field: 'timeZone', code: 'INVALID' }],
  [{ timeZone: 'a\0' }, { field: 'timeZone', code: 'INVALID' }],
  [{ currency: 'XXY' }, { field: 'currency', code: 'UNKNOWN_CURRENCY' }],
  [{ currency: 'cny' }, { field: 'currency', code: 'UNKNOWN_CURRENCY' }],
  [{ exchangeRates: [{ currency: 'ABC', rate: 1 }] }, { field: 'exchangeRates.0.currency', code: 'UNKNOWN_CURRENCY' }],
  [{ exchangeRates: [{ currency: 'INR', rate: 1 }] }, { field: 'exchangeRates.0.currency', code: 'INVALID' }],
  [
    {
      exchangeRates: [
        { currency: 'GBP', rate: 1 },
        { currency: 'GBP', rate: 2 },
      ],
    },
    { field: 'exchangeRates.1.currency', code: 'TAKEN' },
  ],
  [{ exchangeRates: [{ currency: 'GBP', rate: 0 }] }, { field: 'exchangeRates.0.rate', code: 'OUT_OF_RANGE' }],
  [{ exchangeRates: [{ currency: 'GBP', rate: -1 }] }, { field: 'exchangeRates.0.rate', code: 'OUT_OF_RANGE' }],
  [{ exchangeRates: [{ currency: 'GBP', rate: 1e9 }] }, { field: 'exchangeRates.0.rate', code: 'OUT_OF_RANGE' }],
])('each fault is shown at its field: %j', async (change, error) => {
  expect((await update(change)).data.companyUpdate).toEqual({ company: null, userErrors: [error] });
});

test('only who may edit the company does', async () => {
  const { errors } = await t.client(await signIn(t, StaffRole.MARKETING))(UPDATE, { input: { version: 1 } });
  expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

test('currency and time zone stay once there are orders; rates may change', async () => {
  await t.app.db.rows(
    `insert into orders (id, source, number, placed_at, currency, amount, base_amount, base_net, content_hash, source_updated_at, created_at)
     values ($1, 'shop', '1', $2, 'INR', 100, 100, 100, '', $2, $2)`,
    [newId(), t.clock.now()],
  );
  const { data } = await update({ timeZone: 'Asia/Shanghai', currency: 'CNY' });
  expect(data.companyUpdate.userErrors).toEqual([
    { field: 'timeZone', code: 'IN_USE' },
    { field: 'currency', code: 'IN_USE' },
  ]);
  const { timeZone, currency } = await t.app.company.settings();
  expect((await update({ timeZone, currency, exchangeRates: [] })).data.companyUpdate.userErrors).toEqual([]);
});
