import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { knownOperations } from '../../server/graphql/known.js';
import { root } from '../../server/root.js';
import { given, makeMember } from '../benefits/support.js';
import { asJob, createTestApp, type TestApp } from '../support/app.js';
import { makeOrderRow } from '../support/factories.js';
import type { TestClient } from '../support/http.js';
import { clientOf } from './support.js';

// `UPDATE_DOCS=1 npx jest test/me/mobile-doc` (as `npm test` runs jest) writes the answers of today into the page.
const PAGE = join(root, 'docs', 'mobile.md');
const MOBILE = readFileSync(join(root, 'schema', 'operations', 'mobile.graphql'), 'utf8');
const BLOCK = /```(graphql|json) ?(variables|answer)? ?(\w+)?\n([\s\S]*?)```/g;

let t: TestApp;
let client: TestClient;
const story: { name: string; variables: object }[] = [];
/** Ids that answers gave and later requests send. */
const seen: Record<string, string> = {};

beforeAll(async () => {
  t = await createTestApp();
  const { id, externalId } = await makeMember(t, null, '1992-03-21');
  await t.app.db.rows(`update customer set name = '王芳', phone = '13800138000', city = '杭州' where id = $1`, [id]);
  client = await clientOf(t, externalId);
  const orders = [
    await makeOrderRow(t.app, { customerId: id, amount: 1_280_00, number: 'A-1001', placedAt: '2025-03-25T06:00:00Z' }),
    await makeOrderRow(t.app, { customerId: id, amount: 4_620_00, number: 'A-1002', placedAt: '2026-02-11T06:00:00Z' }),
  ];
  await t.app.db.transaction(async (tx) => {
    await t.app.orders.refreshFigures(tx, [id]);
    await t.app.points.syncOrders(tx, orders);
    await t.app.tiers.evaluate(tx, [id], { cause: 'ORDER' as never });
  });
  const { grant } = await t.app.benefits.grant(
    asJob,
    await given(t, id, 'apology_coupon', { reason: '快递延误', endsAt: new Date('2026-06-30T16:00:00Z') }),
  );
  const [shipping] = await t.app.db.rows<{ id: string }>(`select id from benefit where code = 'free_shipping'`);
  const [coupon] = await t.app.db.rows<{ id: string }>(`select id from benefit where code = 'apology_coupon'`);
  const redeem = (benefitId: string, idempotencyKey: string, more = {}) => ({ benefitId, idempotencyKey, ...more });
  Object.assign(seen, { shipping: shipping!.id, coupon: coupon!.id, grant: grant.id });
  story.push(
    { name: 'Home', variables: {} },
    { name: 'Redeem', variables: { input: redeem(seen.shipping!, '5f0c6a52-tap-1', { quantity: 2 }) } },
    { name: 'Redeem', variables: { input: redeem(seen.shipping!, '5f0c6a52-tap-2', { quantity: 2 }) } },
    { name: 'Reserve', variables: { input: redeem(seen.coupon!, '9b1d-checkout-1', { grantId: seen.grant }) } },
    { name: 'CommitReservation', variables: { input: { id: '' } } },
    { name: 'Reserve', variables: { input: redeem(seen.shipping!, '9b1d-checkout-2') } },
    { name: 'ReleaseReservation', variables: { input: { id: '', reason: '取消结算' } } },
    { name: 'Redemptions', variables: { first: 2 } },
    { name: 'Points', variables: { first: 2 } },
    { name: 'Orders', variables: { first: 1 } },
    { name: 'Notifications', variables: { first: 2 } },
    { name: 'ReadNotifications', variables: { input: { ids: [] } } },
    { name: 'Account', variables: {} },
    {
      name: 'UpdateProfile',
      variables: { input: { version: 1, city: '上海', quietHours: { from: '22:30', until: '08:00' } } },
    },
    { name: 'SetConsent', variables: { input: { purpose: 'marketing', documentVersion: '2026-01', granted: true } } },
    { name: 'DataExport', variables: {} },
    { name: 'EraseAccount', variables: { input: { confirm: 'ERASE' } } },
  );
});
afterAll(() => t.close());

test('every operation that the app sends is shown as it is, with the answer that it gets', async () => {
  let page = readFileSync(PAGE, 'utf8');
  const blocks = [...page.matchAll(BLOCK)].map(([whole, kind, role, name, body]) => ({
    whole,
    kind,
    role,
    name,
    body: body!,
  }));
  const published = knownOperations().filter(({ texts }) => MOBILE.includes(texts[0]!.split('\n')[0]!));
  const shown = blocks.filter(({ kind }) => kind === 'graphql').map(({ body }) => body);
  expect(shown.sort()).toEqual(published.map(({ texts }) => texts.find((text) => text.endsWith('\n'))!).sort());

  const answers = blocks.filter(({ role }) => role === 'answer');
  expect(answers.map(({ name }) => name)).toEqual(story.map(({ name }) => name));
  const asked = blocks.filter(({ role }) => role === 'variables');
  let place = 0;
  for (const [i, { name, variables }] of story.entries()) {
    const known = published.find((one) => one.name === name)!;
    const sent = fill(variables);
    const answer = await client(known.texts[0]!, sent);
    expect(answer.errors).toBeUndefined();
    remember(name, answer.data);
    const hasVariables = Object.keys(sent).length > 0;
    for (const [block, actual] of [
      ...(hasVariables ? [[asked[place++]!, sent] as const] : []),
      [answers[i]!, name === 'DataExport' ? { data: { me: { dataExport: {} } } } : { data: answer.data }] as const,
    ]) {
      if (process.env.UPDATE_DOCS) {
        page = page.replace(
          block.whole,
          block.whole.replace(block.body, () => `${JSON.stringify(actual, null, 2)}\n`),
        );
      } else {
        expect({ name, shape: shapeOf(JSON.parse(block.body)) }).toEqual({ name, shape: shapeOf(actual) });
      }
    }
  }
  if (process.env.UPDATE_DOCS) {
    writeFileSync(PAGE, page);
  }
});

/** Variables with the ids that earlier answers gave. */
function fill(variables: object): { input?: { id?: string; ids?: string[] } } {
  const filled = structuredClone(variables) as { input?: { id?: string; ids?: string[] } };
  if (filled.input?.id === '') {
    filled.input.id = seen.reservation!;
  }
  if (filled.input?.ids) {
    filled.input.ids = [seen.notification!];
  }
  return filled;
}

// biome-ignore lint/suspicious/noExplicitAny: the answer of any operation
function remember(name: string, data: any): void {
  seen.reservation = name === 'Reserve' ? data.benefitReserve.redemption.id : seen.reservation;
  seen.notification = name === 'Notifications' ? data.me.notifications.nodes[0].id : seen.notification;
}

/** An answer without its particulars: the keys in their order, and what sort of value each has. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(shapeOf);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]);
  }
  if (typeof value === 'string') {
    return /^[A-Z][A-Z_]+$/.test(value) ? value : 'text';
  }
  return value === null ? 'null' : typeof value;
}
