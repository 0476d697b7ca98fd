import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { StaffRole } from '../../schema/staff/enums.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { signIn } from '../support/tokens.js';

let t: TestApp;
let production: TestApp;
let admin: string;
beforeAll(async () => {
  t = await createTestApp();
  production = await createTestApp({ production: true });
  admin = await signIn(t, StaffRole.ADMIN);
});
afterAll(async () => {
  await t.close();
  await production.close();
});

const repeat = (n: number, part: (i: number) => string) => Array.from({ length: n }, (_, i) => part(i)).join(' ');
const nest = (n: number, open: string, inner: string) => `${open.repeat(n)}${inner}${'}'.repeat(n)}`;

test.each([
  [
    'deep',
    `{ customers { nodes { ${nest(6, 'orders { nodes { customer { ', 'id').replaceAll('}', '} } }')} } } }`,
    /depth/i,
  ],
  ['aliased', `{ ${repeat(16, (i) => `a${i}: company { name }`)} }`, /alias/i],
  ['aliased a thousand times', `{ ${repeat(600, (i) => `a${i}: company { name }`)} }`, /alias|token/i],
  ['wide', `{ ${repeat(1000, () => 'company { name }')} }`, /token/i],
  ['overloaded with directives', `{ company ${repeat(6, () => '@include(if: true)')} { name } }`, /directive/i],
  [
    'cyclic in its fragments',
    '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A company { name } }',
    /itself/,
  ],
])('a document that is %s is refused before it runs', async (_what, query, message) => {
  const { status, data, errors } = await t.client(admin)(query);
  expect([status, data]).toEqual([400, undefined]);
  expect(errors!.map((error) => error.message).join('\n')).toMatch(message);
});

test('a subscription is refused: there are none', async () => {
  expect((await t.client()('subscription { x }')).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test('fifteen aliases are borne', async () => {
  expect((await t.client()(`{ ${repeat(15, (i) => `a${i}: company { name }`)} }`)).errors).toBeUndefined();
});

test('fragments that double at each of thirty levels do not keep the server busy', async () => {
  const fragments = repeat(30, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`);
  const { status } = await t.client()(`{ ...F0 } ${fragments} fragment F30 on Query { company { name } }`);
  expect([200, 400]).toContain(status);
});

test.each([
  ['a field', '{ compny { name } }', {}],
  ['an argument', '{ customers(frst: 1) { nodes { id } } }', {}],
  ['a type', 'query ($f: CustomrFilter) { customers(filter: $f) { nodes { id } } }', {}],
  ['an enum value', '{ staffMembers(orderBy: NAME_AS) { nodes { id } } }', {}],
  [
    'an enum value in a variable',
    'query ($o: StaffOrderBy) { staffMembers(orderBy: $o) { nodes { id } } }',
    { o: 'NAME_AS' },
  ],
  ['an input field', '{ staffMembers(filter: { rol: ADMIN }) { nodes { id } } }', {}],
  [
    'an input field in a variable',
    'query ($f: StaffFilter) { staffMembers(filter: $f) { nodes { id } } }',
    { f: { rol: 'ADMIN' } },
  ],
])('a near miss is refused without telling what there is: %s', async (_what, query, variables) => {
  const { status, errors } = await production.client()(query, variables);
  expect(status).toBe(400);
  expect(['GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']).toContain(errors?.[0]?.extensions.code);
  expect(JSON.stringify(errors)).not.toMatch(/did you mean|NAME_ASC|"role"|CustomerFilter/i);
});

test('the schema cannot be read in production, only its type names', async () => {
  for (const query of ['{ __schema { types { name } } }', '{ __type(name: "Staff") { fields { name } } }']) {
    expect((await production.client()(query)).errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect((await t.client()(query)).errors).toBeUndefined();
  }
});
