import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { SegmentRule } from '../../schema/segments/rules.js';
import { newId } from '../../server/database/id.js';
import type { UserInputFailure } from '../../server/graphql/errors.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { makeCustomer, makeStaff } from '../support/factories.js';
import { saveSegment } from './rules-support.js';

let t: TestApp;
let admin: Awaited<ReturnType<typeof makeStaff>>;
beforeAll(async () => {
  t = await createTestApp();
  admin = await makeStaff(t.app, 'ADMIN');
});
afterAll(() => t.close());

const inside = (...ids: string[]) => ({ condition: { field: 'SEGMENT', operator: 'IN', ids } }) as SegmentRule;
const inCity = (city: string) => ({ condition: { field: 'CITY', operator: 'EQ', texts: [city] } }) as SegmentRule;
const faultOf = async (rules: SegmentRule, selfId?: string) => {
  const failure = await t.app.segments.check(admin, rules, 'rules', selfId ? { selfId } : {}).catch((error) => error);
  return (failure as UserInputFailure).userErrors?.map(({ field, code }) => `${field} ${code}`) ?? 'sound';
};

test('a segment means its rules as they stand now', async () => {
  await makeCustomer(t.app, { city: '上海' });
  await makeCustomer(t.app, { city: '北京' });
  const north = await saveSegment(t.app, 'north', inCity('北京'));
  const outside = { join: 'NONE', rules: [inside(north)] } as SegmentRule;
  const count = async () => (await t.app.segments.countRules(outside)).count;
  expect(await count()).toBe(1);
  await t.app.db.rows('update segment_version set rules = $2 where segment_id = $1', [
    north,
    JSON.stringify(inCity('x')),
  ]);
  expect(await count()).toBe(2);
});

test('a segment that would contain itself through three others is refused at its field', async () => {
  const [a, b, c] = [newId(), newId(), newId()];
  await saveSegment(t.app, 'c', inside(a), c);
  await saveSegment(t.app, 'b', inside(c), b);
  await saveSegment(t.app, 'a', inCity('上海'), a);
  const rules = { join: 'ALL', rules: [inCity('上海'), inside(b)] } as SegmentRule;
  expect(await faultOf(rules, a)).toEqual(['rules.rules.1.condition.ids.0 CONFLICT']);
  expect(await faultOf(rules)).toBe('sound');
  // As two who save at the same time could leave it.
  await t.app.db.rows('update segment_version set rules = $2 where segment_id = $1', [a, JSON.stringify(inside(b))]);
  expect(await faultOf(rules)).toEqual(['rules.rules.1.condition.ids.0 CONFLICT']);
  await expect(t.app.segments.countRules(inside(a))).rejects.toThrow(/contain/);
});

test('five segments inside each other are taken, six are not', async () => {
  let id = await saveSegment(t.app, 's1', inCity('上海'));
  for (let n = 2; n <= 5; n++) {
    id = await saveSegment(t.app, `s${n}`, inside(id));
  }
  expect(await faultOf(inside(id))).toBe('sound');
  const sixth = await saveSegment(t.app, 's6', inside(id));
  expect(await faultOf(inside(sixth))).toEqual(['rules.condition.ids.0 TOO_LONG']);
  const seventh = await saveSegment(t.app, 's7', inside(sixth));
  expect(await faultOf(inside(seventh))).toEqual(['rules.condition.ids.0 TOO_LONG']);
});

test('what comes to over a thousand conditions is refused, without putting all of it together', async () => {
  const wide = { join: 'ANY', rules: Array(150).fill(inCity('上海')) } as SegmentRule;
  let id = await saveSegment(t.app, 'wide', wide);
  for (let n = 0; n < 4; n++) {
    id = await saveSegment(t.app, `wider ${n}`, { join: 'ALL', rules: Array(100).fill(inside(id)) } as SegmentRule);
  }
  expect(await faultOf(inside(id))).toEqual(['rules.condition.ids.0 TOO_LONG']);
});

test('a segment that does not exist is not found, at its field', async () => {
  expect(await faultOf({ join: 'ANY', rules: [inside(newId())] } as SegmentRule)).toEqual([
    'rules.rules.0.condition.ids.0 NOT_FOUND',
  ]);
});
