import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SegmentJoin } from '../../schema/segments/enums.js';
import type { SegmentRule } from '../../schema/segments/rules.js';
import { Params } from '../../server/database/params.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { makeCustomer, makeOrderRow, makeStaff } from '../support/factories.js';
import { EVERY, scopedOf, type Things, thingsOf } from './rules-support.js';

let t: TestApp;
let things: Things;
let customerId: string;
let admin: Awaited<ReturnType<typeof makeStaff>>;
beforeAll(async () => {
  t = await createTestApp();
  things = await thingsOf(t.app);
  admin = await makeStaff(t.app, 'ADMIN');
  const customer = await makeCustomer(t.app, {
    city: '上海',
    birthday: '1990-02-28',
    registeredAt: '2025-05-05T00:00:00Z',
  });
  customerId = customer.id;
  await makeOrderRow(t.app, { customerId, placedAt: '2026-02-10T00:00:00Z' });
  await t.app.db.transaction((tx) => t.app.orders.refreshFigures(tx, [customerId]));
});
afterAll(() => t.close());

/** How many a tree finds, by each way of asking; all must find the same. */
async function everyWay(rules: SegmentRule, asOf: string | null): Promise<Set<number>> {
  const { count } = await t.app.segments.count(admin, { rules, asOf, exact: true });
  const why = await t.app.segments.why(admin, { rules, customerId, asOf });
  const params = new Params();
  const members = await t.app.segments.membersSql(rules, params, { asOf });
  const listed = await t.app.db.slow.rows<{ n: number }>(`select count(*) as n from (${members}) x`, params.values);
  const paged = new Params();
  const page = await t.app.segments.matching(rules, paged, { asOf, focus: 'each', profile: true });
  const rows = await t.app.db.slow.rows(
    `select c.id from ${page.from} where ${page.where} order by s.spend desc, s.customer_id desc limit 50`,
    paged.values,
  );
  return new Set([count, why.matches ? 1 : 0, listed[0]!.n, rows.length]);
}

describe.each(EVERY)('$field $operator', (asked) => {
  test('runs by every way of asking, with the same answer', async () => {
    for (const condition of scopedOf(asked, things)) {
      const alone = { condition };
      const others = [{ condition }, { condition: { field: 'SPEND_TOTAL', operator: 'LT', amounts: [0] } }];
      for (const rules of [
        alone,
        { join: SegmentJoin.ANY, rules: others },
        { join: SegmentJoin.NONE, rules: others },
      ]) {
        for (const asOf of rules === alone ? [null, '2026-03-01'] : [null]) {
          const found = await everyWay(rules as SegmentRule, asOf);
          expect({ condition, asOf, ways: found.size }).toEqual({ condition, asOf, ways: 1 });
        }
      }
    }
  });
});
