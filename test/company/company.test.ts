import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestApp, type TestApp } from '../support/app.js';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

test('the company is public, without its secrets', async () => {
  const { data, errors } = await t.client()('{ company { name currency timeZone exchangeRates { currency rate } } }');
  expect(errors).toBeUndefined();
  expect(data.company).toMatchObject({ currency: 'CNY', timeZone: 'Asia/Shanghai' });
  const { errors: refused } = await t.client()('{ company { secrets } }');
  expect(refused?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
});

test('A4: the application role cannot change the audit log', async () => {
  await expect(t.app.db.rows('update audit_entry set reason = null')).rejects.toThrow(/permission denied/);
  await expect(t.app.db.rows('delete from audit_entry')).rejects.toThrow(/permission denied/);
  await expect(t.app.db.rows('truncate audit_entry')).rejects.toThrow(/permission denied/);
});
