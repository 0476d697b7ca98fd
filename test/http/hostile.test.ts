import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { StaffRole } from '../../schema/staff/enums.js';
import type { App } from '../../server/app.js';
import { buildSchema } from '../../server/graphql/schema.js';
import { fullCall, type Sample } from '../support/any-arguments.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { apiKey, customerToken, signIn } from '../support/tokens.js';

/** Values that have broken systems before; each is put into every argument and input field that takes its kind. */
const HOSTILE: Record<string, Sample> = {
  NUL: { String: 'a\0b', ID: 'a\0b' },
  'a lone surrogate': { String: 'a\ud800', ID: '\udc00' },
  emoji: { String: '👩‍👩‍👧‍👦 😀', ID: '😀' },
  'SQL, LIKE and script': { String: `%_\\'; drop table staff; -- <img src=x onerror=alert(1)>`, ID: `' or true --` },
  'an endless text': { String: 'x'.repeat(100_000), ID: 'x'.repeat(100_000) },
  nothing: { String: '', ID: '' },
  'blanks and directions': { String: ' \u202e\u200b\ufeff ', ID: ' ' },
  'the smallest numbers': {
    Int: -2_147_483_648,
    Float: -1.7e308,
    Money: '-100000000000.00',
    DateTime: '1900-01-01T00:00:00Z',
    LocalDate: '0001-01-01',
  },
  'the largest numbers': {
    Int: 2_147_483_647,
    Float: 1.7e308,
    Money: '100000000000.00',
    DateTime: '2200-12-31T23:59:59Z',
    LocalDate: '9999-12-31',
  },
  'the tiniest fraction': { Float: 5e-324, Int: 0, Money: '0.01' },
};

const schema = buildSchema({} as App);
const every = (['query', 'mutation'] as const).flatMap((operation) => {
  const type = operation === 'query' ? schema.getQueryType()! : schema.getMutationType()!;
  return Object.values(type.getFields()).map((field) => [field.name, operation, field] as const);
});

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

describe.each(every.filter(([, , field]) => field.args.length > 0))('%s', (_name, operation, field) => {
  test('gives no internal error for hostile input, whoever sends it', async () => {
    const tokens = [await signIn(t, StaffRole.ADMIN), await apiKey(t), await customerToken(t, 'u1')];
    for (const [what, sample] of Object.entries(HOSTILE)) {
      const { query, variables } = fullCall(operation, field, sample);
      for (const token of tokens) {
        const { errors } = await t.client(token)(query, variables);
        const internal = errors?.find(({ extensions }) => extensions.code === 'INTERNAL');
        expect({ what, internal }).toEqual({ what, internal: undefined });
      }
    }
  });
});

test.each([
  [
    '1e309',
    '{"query": "mutation ($i: CompanyUpdateInput!) { companyUpdate(input: $i) { userErrors { code } } }", "variables": {"i": {"version": 1, "exchangeRates": [{"currency": "USD", "rate": 1e309}]}}}',
  ],
  [
    '1e309 as a whole number',
    '{"query": "query ($n: Int) { staffMembers(first: $n) { totalCount } }", "variables": {"n": 1e309}}',
  ],
  ['half a number', '{"query": "query ($n: Int) { staffMembers(first: $n) { totalCount } }", "variables": {"n": 0.5}}'],
  [
    'the year 275760',
    '{"query": "query ($f: AuditFilter) { auditEntries(filter: $f) { totalCount } }", "variables": {"f": {"since": "+275760-09-13T00:00:00Z"}}}',
  ],
  [
    'the 30th of February',
    '{"query": "query ($f: AuditFilter) { auditEntries(filter: $f) { totalCount } }", "variables": {"f": {"since": "2026-02-30T00:00:00Z"}}}',
  ],
  [
    'a sort key outside the enum',
    '{"query": "query ($o: StaffOrderBy) { staffMembers(orderBy: $o) { totalCount } }", "variables": {"o": "PASSWORD_HASH"}}',
  ],
  [
    'a filter field that is not there',
    '{"query": "query ($f: StaffFilter) { staffMembers(filter: $f) { totalCount } }", "variables": {"f": {"passwordHash": "x"}}}',
  ],
  [
    'a text where an id belongs',
    '{"query": "query ($id: ID!) { staffMember(id: $id) { id } }", "variables": {"id": {"$ne": null}}}',
  ],
])('a variable that its type does not take is refused: %s', async (_what, body) => {
  const response = await fetch(`${t.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await signIn(t, StaffRole.ADMIN)}` },
    body,
  });
  const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
  expect([response.status, errors[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
});
