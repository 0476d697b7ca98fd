import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { GraphQLField } from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import { OPEN_FIELDS, OWN_FIELDS } from '../../server/access/open-fields.js';
import type { App } from '../../server/app.js';
import { buildSchema } from '../../server/graphql/schema.js';
import { anyCall } from '../support/any-arguments.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { apiKey, customerToken } from '../support/tokens.js';

/** What a customer may ask for besides what is open to everybody; the rest of the API is not theirs. */
const CUSTOMER_FIELDS = [
  'me',
  'meUpdate',
  'meConsentSet',
  'meErase',
  'meNotificationsRead',
  'benefitRedeem',
  'benefitReserve',
  'redemptionCommit',
  'redemptionRelease',
];

const schema = buildSchema({} as App);
const roots = [
  ['query', schema.getQueryType()!],
  ['mutation', schema.getMutationType()!],
] as const;
const every = roots.flatMap(([operation, type]) =>
  Object.values(type.getFields()).map((field) => [field.name, operation, field] as const),
);
const open = [...OPEN_FIELDS.query, ...OPEN_FIELDS.mutation];

let t: TestApp;
let customer: string;
let powerless: string;
beforeAll(async () => {
  t = await createTestApp();
  customer = await customerToken(t, 'nobody in particular');
  powerless = await apiKey(t, []);
});
afterAll(() => t.close());

type Field = GraphQLField<unknown, unknown>;
const answerTo = async (operation: 'query' | 'mutation', field: Field, token?: string) => {
  const { query, variables } = anyCall(operation, field);
  const { data, errors } = await t.client(token)(query, variables);
  return errors?.[0]?.extensions.code ?? (data[field.name] === null ? 'null' : 'answered');
};

describe.each(every.filter(([name]) => !open.includes(name)))('%s', (name, operation, field) => {
  const own = OWN_FIELDS.includes(name);

  test('is refused to nobody', async () => {
    expect(await answerTo(operation, field)).toBe(own ? 'null' : 'UNAUTHENTICATED');
  });

  test('is refused to a key without scopes', async () => {
    expect(await answerTo(operation, field, powerless)).toBe(own ? 'null' : 'FORBIDDEN');
  });

  if (!own && !CUSTOMER_FIELDS.includes(name)) {
    test('is refused to customers', async () => {
      expect(await answerTo(operation, field, customer)).toBe('FORBIDDEN');
    });
  }
});

describe.each(every.filter(([name]) => open.includes(name)))('%s', (_name, operation, field) => {
  test('answers everybody, even with a bad credential', async () => {
    expect(await answerTo(operation, field)).toBe('answered');
    expect(await answerTo(operation, field, 'bad')).toBe('answered');
  });
});

test('every open field exists', () => {
  const names = every.map(([name]) => name);
  expect(names).toEqual(expect.arrayContaining(open.filter((name) => name !== '__typename')));
});

test('a bad credential refuses a request as a whole, with status 401, also when closed fields hide in fragments', async () => {
  for (const query of [
    '{ company { name } viewer { permissions } }',
    '{ ...F } fragment F on Query { company { name } ... on Query { viewer { permissions } } }',
    '{ company: viewer { permissions } }',
    '{ __schema { queryType { name } } }',
  ]) {
    const { status, data, errors } = await t.client('bad')(query);
    expect([status, data, errors?.map(({ extensions }) => extensions.code)]).toEqual([
      401,
      undefined,
      ['UNAUTHENTICATED'],
    ]);
  }
  const open = '{ ...F } fragment F on Query { company { name } }';
  expect((await t.client('bad')(open)).data.company.name).toBeTruthy();
});

test('no resolver relies on @Authorized or middleware, which simple resolvers would silently skip', () => {
  const storage = getMetadataStorage();
  expect(storage.authorizedFields).toEqual([]);
  expect(storage.authorizedResolver).toEqual([]);
  expect(storage.middlewares).toEqual([]);
  expect(storage.resolverMiddlewares).toEqual([]);
});
