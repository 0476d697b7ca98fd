import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { StaffRole } from '../../schema/staff/enums.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { makeCustomer } from '../support/factories.js';
import type { TestClient } from '../support/http.js';
import { signIn } from '../support/tokens.js';
import { saveSegment } from './rules-support.js';

const COUNT = 'query ($input: SegmentCountInput!) { segmentCount(input: $input) { count exact total share } }';
const SAMPLE = 'query ($input: SegmentSampleInput!) { segmentSample(input: $input) { id name } }';
const WHY = 'query ($input: SegmentWhyInput!) { segmentWhy(input: $input) { matches root { matches value } } }';

let t: TestApp;
let admin: TestClient;
let analyst: TestClient;
let customerId: string;
beforeAll(async () => {
  t = await createTestApp();
  admin = t.client(await signIn(t, StaffRole.ADMIN));
  analyst = t.client(await signIn(t, StaffRole.ANALYST));
  ({ id: customerId } = await makeCustomer(t.app, { city: '上海', phone: '13812345678', name: "O'Hara" }));
});
afterAll(() => t.close());

interface Refusal {
  field: string | null;
  code: string;
}

/** What a count is refused for: [thrown code, each field with its code]. */
async function refusals(rules: object, ask: TestClient = admin, more: object = {}): Promise<[string, string[]]> {
  const { errors, status } = await ask(COUNT, { input: { rules, ...more } });
  const { code, userErrors } = (errors?.[0]?.extensions ?? { code: `answered ${status}` }) as {
    code: string;
    userErrors?: Refusal[];
  };
  return [code, (userErrors ?? []).map((one) => `${one.field} ${one.code}`)];
}

const of = (field: string, operator: string, values: object = {}) => ({ condition: { field, operator, ...values } });
const all = (...rules: object[]) => ({ join: 'ALL', rules });

test.each([
  ['an operator of another kind', of('CITY', 'GT', { numbers: [1] }), 'rules.condition.operator INVALID'],
  ['no value', of('CITY', 'EQ'), 'rules.condition.texts REQUIRED'],
  ['an empty list', of('CITY', 'IN', { texts: [] }), 'rules.condition.texts REQUIRED'],
  ['two values for one', of('CITY', 'EQ', { texts: ['a', 'b'] }), 'rules.condition.texts INVALID'],
  ['one end of a range', of('AGE', 'BETWEEN', { numbers: [1] }), 'rules.condition.numbers REQUIRED'],
  ['a range from back to front', of('AGE', 'BETWEEN', { numbers: [5, 1] }), 'rules.condition.numbers OUT_OF_RANGE'],
  ['a code that there is not', of('STAGE', 'IN', { texts: ['ASLEEP'] }), 'rules.condition.texts.0 INVALID'],
  [
    'a kind that there is not',
    of('EVENT_COUNT', 'GT', { numbers: [1], texts: ['X'] }),
    'rules.condition.texts.0 INVALID',
  ],
  ['a NUL', of('NAME', 'EQ', { texts: ['a\0'] }), 'rules.condition.texts.0 INVALID'],
  ['a lone surrogate', of('NAME', 'CONTAINS', { texts: ['\ud800'] }), 'rules.condition.texts.0 INVALID'],
  ['an empty text', of('NAME', 'EQ', { texts: [' '] }), 'rules.condition.texts.0 REQUIRED'],
  ['a long text', of('NAME', 'EQ', { texts: ['x'.repeat(201)] }), 'rules.condition.texts.0 TOO_LONG'],
  ['too many values', of('NAME', 'IN', { texts: Array(1001).fill('x') }), 'rules.condition.texts TOO_LONG'],
  [
    'too many characters',
    of('NAME', 'IN', { texts: Array(1000).fill('x'.repeat(60)) }),
    'rules.condition.texts TOO_LONG',
  ],
  ['an id that is none', of('TIER', 'IN', { ids: ['x'] }), 'rules.condition.ids.0 NOT_FOUND'],
  ['no length of time', of('LAST_ORDER_ON', 'IN_LAST'), 'rules.condition.relative REQUIRED'],
  [
    'a length beyond a hundred years',
    of('LAST_ORDER_ON', 'IN_LAST', { relative: { amount: 101, unit: 'YEAR' } }),
    'rules.condition.relative.amount OUT_OF_RANGE',
  ],
  [
    'a window where none is taken',
    of('SPEND_TOTAL', 'GT', { amounts: ['1'], window: { since: '2026-01-01' } }),
    'rules.condition.window INVALID',
  ],
  [
    'two windows in one',
    of('ORDER_COUNT', 'GT', { numbers: [1], window: { since: '2026-01-01', last: { amount: 1, unit: 'DAY' } } }),
    'rules.condition.window INVALID',
  ],
  [
    'a window from back to front',
    of('ORDER_COUNT', 'GT', { numbers: [1], window: { since: '2026-01-02', until: '2026-01-01' } }),
    'rules.condition.window.until OUT_OF_RANGE',
  ],
  [
    'products where none are taken',
    of('AGE', 'GT', { numbers: [1], products: { skus: ['A'] } }),
    'rules.condition.products.skus INVALID',
  ],
  ['a sample beyond everybody', of('SAMPLE', 'LTE', { numbers: [101] }), 'rules.condition.numbers.0 OUT_OF_RANGE'],
  ['neither condition nor group', {}, 'rules REQUIRED'],
  ['condition and group', { ...of('HAS_PHONE', 'IS_TRUE'), rules: [] }, 'rules INVALID'],
])('%s is refused at its field', async (_what, rules, expected) => {
  expect(await refusals(rules)).toEqual(['BAD_USER_INPUT', [expected]]);
  const nested = expected.replace('rules', 'rules.rules.1');
  expect(await refusals(all(of('HAS_PHONE', 'IS_TRUE'), rules))).toEqual(['BAD_USER_INPUT', [nested]]);
});

test('all faults of a tree are told at once', async () => {
  const rules = all(of('CITY', 'EQ'), { join: 'ANY', rules: [of('AGE', 'EQ'), of('AGE', 'GT', { numbers: [1] })] });
  expect(await refusals(rules)).toEqual([
    'BAD_USER_INPUT',
    ['rules.rules.0.condition.texts REQUIRED', 'rules.rules.1.rules.0.condition.numbers REQUIRED'],
  ]);
});

describe('trees that are too large', () => {
  const deep = (depth: number): object => (depth === 0 ? of('HAS_PHONE', 'IS_TRUE') : all(deep(depth - 1)));
  const wide = (count: number) => all(...Array(count).fill(of('HAS_PHONE', 'IS_TRUE')));

  test('eight groups inside each other and two hundred conditions are answered, and can be read back', async () => {
    expect((await admin(COUNT, { input: { rules: deep(8) } })).data.segmentCount.count).toBe(1);
    expect((await admin(COUNT, { input: { rules: wide(200) } })).data.segmentCount.count).toBe(1);
    const innermost = 'condition { window { last { amount } } }';
    const tree = Array(8)
      .fill(0)
      .reduce((inner: string) => `rules { ${inner} }`, innermost);
    const { errors } = await admin(`query ($id: ID!) { segment(id: $id) { currentVersion { rules { ${tree} } } } }`, {
      id: customerId,
    });
    expect(errors?.map(({ message }) => message) ?? []).not.toContainEqual(expect.stringMatching(/depth/i));
  });

  test.each([
    ['nine groups', deep(9)],
    ['a depth of 500', deep(500)],
    ['201 conditions', wide(201)],
    ['10,000 rules', wide(10_000)],
    ['200 groups of 10', all(...Array(200).fill(wide(10)))],
  ])('%s', async (_what, rules) => {
    const [code, [fault]] = await refusals(rules);
    expect([code, fault?.split(' ')[1]]).toEqual(['BAD_USER_INPUT', 'TOO_LONG']);
  });

  test('a depth that would exhaust the stack is no internal error', async () => {
    const body = `{"query": ${JSON.stringify(COUNT)}, "variables": {"input": {"rules": ${'{"rules":['.repeat(50_000)}${']}'.repeat(50_000)}}}}`;
    const response = await fetch(`${t.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await signIn(t, StaffRole.ADMIN)}` },
      body,
    });
    const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
    expect([response.status, errors[0]!.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
  });
});

test('SQL, wildcards and expressions in any value mean themselves', async () => {
  const evil = `x'); drop table customer; -- %_\\ .* (a+)+$ \${1} $1`;
  const tries = [
    of('NAME', 'CONTAINS', { texts: [evil] }),
    of('NAME', 'IN', { texts: [evil, "'"] }),
    of('CITY', 'STARTS_WITH', { texts: ['%'] }),
    of('CITY', 'CONTAINS', { texts: ['_'] }),
    of('TAGS', 'HAS_ALL', { texts: [evil, '{a,"b"}'] }),
    of('SOURCE', 'HAS_ANY', { texts: [evil] }),
    of('CONSENT', 'HAS_ANY', { texts: [evil] }),
    of('EXTERNAL_ID', 'HAS_ANY', { texts: [evil] }),
    of('ORDER_COUNT', 'GTE', { numbers: [1], products: { skus: [evil], categories: [evil] } }),
    of('EVENT_COUNT', 'GTE', { numbers: [1], products: { skus: [evil] } }),
    of('SAMPLE', 'LTE', { numbers: [0], texts: [evil] }),
  ];
  for (const rules of tries) {
    const { data, errors } = await admin(COUNT, { input: { rules } });
    expect({ rules, errors, count: data?.segmentCount.count }).toEqual({ rules, errors: undefined, count: 0 });
  }
  const quoted = of('NAME', 'CONTAINS', { texts: ["o'h"] });
  expect((await admin(COUNT, { input: { rules: quoted } })).data.segmentCount).toEqual({
    count: 1,
    exact: true,
    total: 1,
    share: 1,
  });
});

test('numbers beyond all bounds are compared, not refused', async () => {
  for (const numbers of [[1.7e308], [-1.7e308], [5e-324]]) {
    for (const field of ['AGE', 'DAYS_SINCE_ORDER', 'ORDER_COUNT', 'EVENT_COUNT', 'DAYS_BETWEEN_ORDERS', 'RECENCY']) {
      for (const operator of ['EQ', 'LT', 'GTE']) {
        expect(await refusals(of(field, operator, { numbers }))).toEqual(['answered 200', []]);
      }
    }
  }
  for (const days of [['0001-01-01'], ['9999-12-31']]) {
    for (const operator of ['ON', 'BEFORE', 'AFTER']) {
      expect(await refusals(of('BIRTHDAY', operator, { days }))).toEqual(['answered 200', []]);
      expect(await refusals(of('LAST_ORDER_ON', operator, { days }))).toEqual(['answered 200', []]);
    }
  }
});

describe('A4: who may not see contact data learns nothing of it by rules', () => {
  const byPhone = of('PHONE', 'EQ', { texts: ['138 1234 5678'] });

  test('a service manager finds by phone', async () => {
    const manager = t.client(await signIn(t, StaffRole.SERVICE_MANAGER));
    expect((await manager(COUNT, { input: { rules: byPhone } })).data.segmentCount.count).toBe(1);
  });

  test('an analyst is refused count, sample and why, at the rule', async () => {
    const inside = all(of('HAS_EMAIL', 'IS_FALSE'), { join: 'NONE', rules: [byPhone] });
    expect(await refusals(inside, analyst)).toEqual(['FORBIDDEN', ['rules.rules.1.rules.0.condition.field FORBIDDEN']]);
    for (const [query, input] of [
      [SAMPLE, { rules: byPhone, first: 5 }],
      [WHY, { rules: byPhone, customerId }],
    ] as const) {
      const { data, errors } = await analyst(query, { input });
      expect([data, errors?.[0]?.extensions.code]).toEqual([null, 'FORBIDDEN']);
    }
  });

  test('nor through segments that ask it, however deep, nor lists that were made so', async () => {
    const inner = await saveSegment(t.app, 'inner', byPhone as never);
    const outer = await saveSegment(t.app, 'outer', all(of('SEGMENT', 'IN', { ids: [inner] })) as never);
    const list = await saveSegment(t.app, 'list', [customerId]);
    await t.app.db.rows('update segment set confidential = true where id = $1', [list]);
    for (const id of [inner, outer, list]) {
      const rules = of('SEGMENT', 'IN', { ids: [id] });
      expect(await refusals(rules, analyst)).toEqual(['FORBIDDEN', ['rules.condition.ids.0 FORBIDDEN']]);
      expect((await admin(COUNT, { input: { rules } })).data.segmentCount.count).toBe(1);
      const { errors } = await analyst(WHY, { input: { segmentId: id, customerId } });
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });

  test('the catalogue says what the caller may use', async () => {
    const query = '{ segmentFields { field allowed label { zh en } operators options { value } } }';
    const forbidden = async (ask: TestClient) =>
      (await ask(query)).data.segmentFields
        .filter(({ allowed }: { allowed: boolean }) => !allowed)
        .map(({ field }: { field: string }) => field);
    expect(await forbidden(analyst)).toEqual(['PHONE', 'EMAIL']);
    expect(await forbidden(admin)).toEqual([]);
  });
});
