import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type GraphQLSchema, Kind, parse, print } from 'graphql';
import { StaffRole } from '../../schema/staff/enums.js';
import { seedDemo } from '../../seeds/index.js';
import { compileOperation } from '../../server/graphql/compiled.js';
import { ExpressLane } from '../../server/graphql/express.js';
import { type KnownOperation, knownOperations } from '../../server/graphql/known.js';
import { buildSchema } from '../../server/graphql/schema.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { customerToken, signIn, testIssuer } from '../support/tokens.js';
import { rootField, soundVariables, unsoundVariables } from './variables.js';

/** Rules contain rules, and what takes such an input is left to graphql-js. */
const takesRules = ({ operation }: KnownOperation) =>
  (operation.variableDefinitions ?? []).some(({ type }) => /^Segment(Count|Sample|Why)Input!$/.test(print(type)));

const everyQuery = knownOperations().filter(({ operation }) => operation.operation === 'query');
const queries = everyQuery.filter((known) => !takesRules(known));

/** Has nothing to answer about in the demo. */
const NEEDS_AN_UPLOAD = ['ImportPreview'];

let t: TestApp;
let schema: GraphQLSchema;
let callers: Record<string, string | undefined>;
/** What the express lane gave to the last request: the answer, or undefined when it left it to Apollo. */
let lane: string | undefined;

beforeAll(async () => {
  t = await createTestApp({ customerTokens: testIssuer });
  schema = buildSchema(t.app);
  await seedDemo(t.app, { say: () => undefined, size: 120 });
  const answer = ExpressLane.prototype.answer;
  jest.spyOn(ExpressLane.prototype, 'answer').mockImplementation(async function (this: ExpressLane, ...args) {
    lane = await answer.apply(this, args);
    return lane;
  });
  const [member] = await t.app.db.rows<{ subject: string }>(
    `select external_id as subject from customer_identity i join customer_stats s using (customer_id)
      where source = 'app' and tier_id is not null order by spend desc limit 1`,
  );
  callers = {
    admin: await signIn(t, StaffRole.ADMIN),
    analyst: await signIn(t, StaffRole.ANALYST),
    member: await customerToken(t, member!.subject),
    stranger: await customerToken(t, 'nobody-knows-me'),
    nobody: undefined,
    forger: 'this.is.nothing',
  };
}, 120_000);

afterAll(async () => {
  jest.restoreAllMocks();
  await t.close();
});

interface Answer {
  status: number;
  type: string | null;
  cache: string | null;
  text: string;
  /** Whether compiled code gave it. */
  compiled: boolean;
}

async function send(body: unknown, token: string | undefined, headers: Record<string, string> = {}): Promise<Answer> {
  lane = undefined;
  const response = await fetch(`${t.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
    body: JSON.stringify(body),
  });
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    cache: response.headers.get('cache-control'),
    text: await response.text(),
    compiled: lane !== undefined,
  };
}

/** Sends an operation as published, and so that only graphql-js answers it; both must be the same to the letter. */
async function compare(known: KnownOperation, variables: object | undefined, token?: string): Promise<Answer> {
  const query = known.texts[0]!;
  const fast = await send({ query, variables }, token);
  const plain = await send({ query: `${query} # as graphql-js answers it`, variables }, token);
  expect(plain.compiled).toBe(false);
  expect({ ...fast, compiled: false }).toEqual(plain);
  const clean = plain.status === 200 && !plain.text.includes('"errors":[');
  // To a bad credential only open fields are answered, as to nobody; Apollo sees to that.
  expect(fast.compiled).toBe(clean && token !== callers.forger);
  return fast;
}

test('every published query is compiled', () => {
  const left = queries.filter(({ document, operation }) => !compileOperation(schema, document, operation));
  expect(left.map(({ name }) => name)).toEqual([]);
});

test('no query by rules is compiled', () => {
  const compiled = everyQuery
    .filter(takesRules)
    .filter(({ document, operation }) => compileOperation(schema, document, operation));
  expect(compiled).toEqual([]);
});

describe.each(queries.map((known) => [known.name, known] as const))('%s', (_name, known) => {
  const asker = () => (rootField(known.operation) === 'me' ? callers.member : callers.admin);

  test('answers as graphql-js does', async () => {
    let clean = 0;
    for (const variables of await soundVariables(t.app, schema, known.operation)) {
      clean += (await compare(known, variables, asker())).compiled ? 1 : 0;
    }
    if (!NEEDS_AN_UPLOAD.includes(known.name)) {
      expect(clean).toBeGreaterThan(0);
    }
  });

  test('answers as graphql-js does, to everybody else', async () => {
    const [variables] = await soundVariables(t.app, schema, known.operation);
    for (const token of Object.values(callers)) {
      await compare(known, variables, token);
    }
  });

  test('refuses unsound variables as graphql-js does', async () => {
    for (const variables of [undefined, ...unsoundVariables(known.operation)]) {
      await compare(known, variables, asker());
    }
  });
});

describe('what is not plainly a published query goes to Apollo', () => {
  const home = () => knownOperations().find(({ name }) => name === 'Home')!;

  test.each([
    ['a list of operations', (query: string) => [{ query }]],
    ['an unknown key', (query: string) => ({ query, extensions: {} })],
    ['another operation name', (query: string) => ({ query, operationName: 'Other' })],
    ['variables that are a list', (query: string) => ({ query, variables: [] })],
    ['variables that are a text', (query: string) => ({ query, variables: '{}' })],
    ['no query', () => ({ variables: {} })],
  ])('%s', async (_what, body) => {
    expect((await send(body(home().texts[0]!), callers.member)).compiled).toBe(false);
  });

  test('a media type that has to be negotiated', async () => {
    const { compiled, status } = await send({ query: home().texts[0] }, callers.member, { accept: 'text/html' });
    expect({ compiled, status }).toEqual({ compiled: false, status: 406 });
  });

  test('a credential that does not hold', async () => {
    const { compiled, status } = await send({ query: home().texts[0] }, callers.forger);
    expect({ compiled, status }).toEqual({ compiled: false, status: 401 });
  });
});

test("the panel's media type is answered as Apollo answers it", async () => {
  const accept = 'application/graphql-response+json,application/json;q=0.9';
  const query = knownOperations().find(({ name }) => name === 'CustomerList')!.texts[0]!;
  const fast = await send({ query }, callers.admin, { accept });
  const plain = await send({ query: `${query} #` }, callers.admin, { accept });
  expect(fast.compiled).toBe(true);
  expect(fast).toEqual({ ...plain, compiled: true });
});

test.each([
  ['a directive', 'query ($x: Boolean!) { tiers { id name @include(if: $x) { zh } } }'],
  [
    'a fragment spread twice, once under a condition',
    'query ($x: Boolean!) { ...A ...A @include(if: $x) } fragment A on Query { company { name } }',
  ],
  ['a variable inside a literal', 'query ($q: String) { customers(filter: { q: $q }) { nodes { id } } }'],
  ['a variable inside a list', 'query ($s: LifecycleStage!) { customers(filter: { stages: [$s] }) { nodes { id } } }'],
  ['a mutation', 'mutation { sessionRefresh { accessToken } }'],
  ['a field that does not exist', 'query { nothing }'],
  ['introspection', 'query { __schema { types { name } } }'],
])('%s is never compiled', (_what, text) => {
  const document = parse(text);
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION)!;
  expect(compileOperation(schema, document, operation)).toBeUndefined();
});
