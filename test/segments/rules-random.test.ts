import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { SegmentCondition, SegmentRule } from '../../schema/segments/rules.js';
import { Params } from '../../server/database/params.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { makeStaff } from '../support/factories.js';
import { holds } from './rules-oracle.js';
import {
  CATEGORIES,
  CITIES,
  KINDS,
  makePeople,
  type Person,
  PURPOSES,
  pastDay,
  SKUS,
  SOURCES,
  TAGS,
} from './rules-people.js';
import { saveSegment } from './rules-support.js';

let t: TestApp;
let people: Person[];
let list: string;
beforeAll(async () => {
  t = await createTestApp();
  people = await makePeople(t.app, 60);
  list = await saveSegment(
    t.app,
    'list',
    people.filter(({ listed }) => listed).map(({ id }) => id),
  );
});
afterAll(() => t.close());

const some = (values: string[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 });
const relative = fc.record({ amount: fc.integer({ min: 0, max: 400 }), unit: fc.constant('DAY') });
const window = fc.oneof(
  fc.constant({}),
  relative.map((last) => ({ window: { last } })),
  fc
    .tuple(pastDay(400), pastDay(400))
    .map((pair) => pair.sort())
    .map(([since, until]) => ({ window: { since, until } })),
);
const products = fc.oneof(
  fc.constant({}),
  some(SKUS).map((skus) => ({ products: { skus } })),
  some(CATEGORIES).map((categories) => ({ products: { categories } })),
);
const kinds = fc.oneof(
  fc.constant({}),
  some(KINDS).map((texts) => ({ texts })),
);

const ask = (field: string, ...parts: fc.Arbitrary<object>[]) =>
  fc.tuple(...parts).map((all) => Object.assign({ field }, ...all) as SegmentCondition);

const texts = (values: string[]) =>
  fc.oneof(
    fc.record({ operator: fc.constantFrom('IN', 'NOT_IN'), texts: some(values) }),
    fc.record({ operator: fc.constantFrom('EQ', 'NE'), texts: fc.constantFrom(...values).map((one) => [one]) }),
    fc.record({ operator: fc.constantFrom('IS_SET', 'IS_NOT_SET') }),
  );
const parts = (values: string[]) =>
  fc.record({
    operator: fc.constantFrom('CONTAINS', 'STARTS_WITH'),
    texts: fc
      .constantFrom('%', '_', '\\', ...values.map((one) => one[0]!), ...values.map((one) => one[1]!))
      .map((one) => [one]),
  });
const tags = (values: string[]) =>
  fc.oneof(
    fc.record({ operator: fc.constantFrom('HAS_ANY', 'HAS_ALL', 'HAS_NONE'), texts: some(values) }),
    fc.record({ operator: fc.constantFrom('IS_SET', 'IS_NOT_SET') }),
  );
const days = fc.oneof(
  fc.record({ operator: fc.constantFrom('IN_LAST', 'NOT_IN_LAST', 'BEFORE_LAST'), relative }),
  fc.record({ operator: fc.constantFrom('ON', 'BEFORE', 'AFTER'), days: pastDay(500).map((one) => [one]) }),
  fc.tuple(pastDay(500), pastDay(500)).map((pair) => ({ operator: 'BETWEEN', days: pair.sort() })),
);
const isSet = fc.record({ operator: fc.constantFrom('IS_SET', 'IS_NOT_SET') });
const numbers = (most: number, key: 'numbers' | 'amounts' = 'numbers') => {
  const value = fc.oneof(
    fc.integer({ min: -1, max: most }),
    key === 'numbers' ? fc.integer({ min: 0, max: 2 * most }).map((n) => n / 2) : fc.integer({ min: 0, max: most }),
  );
  return fc.oneof(
    fc
      .tuple(fc.constantFrom('EQ', 'NE', 'LT', 'LTE', 'GT', 'GTE'), value)
      .map(([operator, one]) => ({ operator, [key]: [one] })),
    fc.tuple(value, value).map(([a, b]) => ({ operator: 'BETWEEN', [key]: [Math.min(a, b), Math.max(a, b)] })),
  );
};

const condition = fc.oneof(
  ask('CITY', fc.oneof(texts(CITIES), parts(CITIES))),
  ask('GENDER', texts(['FEMALE', 'MALE'])),
  ask('TAGS', tags(TAGS)),
  ask('SOURCE', tags(SOURCES)),
  ask('CONSENT', tags(PURPOSES)),
  ask('REGISTERED_ON', days),
  ask('BIRTHDAY', fc.oneof(fc.record({ operator: fc.constantFrom('IN_NEXT', 'IN_LAST'), relative }), isSet)),
  ask('AGE', fc.oneof(numbers(60), isSet)),
  ask('LAST_ORDER_ON', fc.oneof(days, isSet), products),
  ask('DAYS_SINCE_ORDER', fc.oneof(numbers(400), isSet)),
  ask('ORDER_COUNT', numbers(4), window, products),
  ask('ORDER_SPEND', numbers(60_000, 'amounts'), window, products),
  ask('ORDER_UNITS', numbers(8), window, products),
  ask('AVERAGE_ORDER_VALUE', numbers(40_000, 'amounts')),
  ask('EVENT_COUNT', numbers(8), window, kinds),
  ask('EVENT_DAYS', numbers(4), window, kinds),
  ask('SEGMENT', fc.record({ operator: fc.constantFrom('IN', 'NOT_IN') })),
);

const { rule } = fc.letrec<{ rule: SegmentRule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    condition.map((one) => ({ condition: one })),
    fc.record({
      join: fc.constantFrom('ALL', 'ANY', 'NONE'),
      rules: fc.array(tie('rule'), { maxLength: 4 }),
    }) as fc.Arbitrary<SegmentRule>,
  ),
}));

/** Names the list wherever a segment is asked for. */
function withList(one: SegmentRule): SegmentRule {
  const named = one.condition && (one.condition.field as string) === 'SEGMENT';
  return {
    ...one,
    ...(named ? { condition: { ...one.condition!, ids: [list] } } : {}),
    ...(one.rules ? { rules: one.rules.map(withList) } : {}),
  };
}

async function found(rules: SegmentRule, focus: 'all' | 'each'): Promise<string[]> {
  const params = new Params();
  const { from, where, person } = await t.app.segments.matching(rules, params, { focus });
  const sql = `select ${person} as id from ${from} where ${where}`;
  return (await t.app.db.slow.rows<{ id: string }>(sql, params.values)).map(({ id }) => id).sort();
}

test('S7: any tree finds exactly those for whom it holds, each once, however it is asked', async () => {
  const admin = await makeStaff(t.app, 'ADMIN');
  await fc.assert(
    fc.asyncProperty(rule.map(withList), fc.integer({ min: 0, max: 59 }), async (rules, one) => {
      const expected = people.filter((person) => holds(rules, person)).map(({ id }) => id);
      expect(await found(rules, 'all')).toEqual(expected.sort());
      expect(await found(rules, 'each')).toEqual(expected);
      const params = new Params();
      const members = await t.app.segments.membersSql(rules, params);
      const ids = await t.app.db.slow.rows<{ customer_id: string }>(members, params.values);
      expect(ids.map(({ customer_id }) => customer_id).sort()).toEqual(expected);
      const { id } = people[one]!;
      const { matches } = await t.app.segments.why(admin, { rules, customerId: id });
      expect(matches).toBe(expected.includes(id));
    }),
    { numRuns: 250, seed: 7 },
  );
}, 240_000);
