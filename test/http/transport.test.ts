import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { StaffRole } from '../../schema/staff/enums.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { signIn } from '../support/tokens.js';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

const QUERY = '{ company { name } }';
const JSON_TYPE = { 'content-type': 'application/json' };

interface Sent {
  status: number;
  headers: Headers;
  code: string | undefined;
  text: string;
}

async function send(path: string, init: RequestInit = {}): Promise<Sent> {
  const response = await fetch(`${t.url}${path}`, init);
  const text = await response.text();
  const body = text.startsWith('{') ? JSON.parse(text) : {};
  return { status: response.status, headers: response.headers, code: body.errors?.[0]?.extensions.code, text };
}
const post = (body: BodyInit, headers: Record<string, string> = JSON_TYPE) =>
  send('/graphql', { method: 'POST', headers, body });

test('a body of 3 MB is refused with 413, one just below the limit is read', async () => {
  const large = JSON.stringify({ query: QUERY, variables: { x: 'x'.repeat(3 * 1024 * 1024) } });
  expect(await post(large)).toMatchObject({ status: 413, code: 'BODY_TOO_LARGE' });
  const fair = JSON.stringify({ query: QUERY, variables: { x: 'x'.repeat(2 * 1024 * 1024 - 200) } });
  expect(await post(fair)).toMatchObject({ status: 200, code: undefined });
});

test.each([
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/xml',
  'nonsense',
])('another content type than JSON is refused with 415: %s', async (type) => {
  expect(await post(JSON.stringify({ query: QUERY }), { 'content-type': type })).toMatchObject({
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
  });
});

test.each([
  ['nothing', ''],
  ['no JSON', '{ query'],
  ['a list, as batches are', JSON.stringify([{ query: QUERY }, { query: QUERY }])],
  ['null', 'null'],
  ['no query', '{}'],
  ['a query that is no text', '{"query": 1}'],
  ['variables that are no object', JSON.stringify({ query: QUERY, variables: [1] })],
  ['a prototype', `{"query": "${QUERY}", "__proto__": {"isAdmin": true}}`],
  ['no GraphQL', JSON.stringify({ query: '{ company {' })],
  ['an unknown field', JSON.stringify({ query: '{ nonsense }' })],
  ['an operation that is not there', JSON.stringify({ query: `query A ${QUERY}`, operationName: 'B' })],
  ['two operations and no choice', JSON.stringify({ query: `query A ${QUERY} query B ${QUERY}` })],
])('a body that asks nothing sensible is refused with 400: %s', async (_what, body) => {
  const { status, text } = await post(body);
  expect(status).toBe(400);
  expect(text).not.toMatch(/node_modules|\.js:|at async/);
});

test('a query by GET must show that no other page sends it; a mutation by GET is refused', async () => {
  const query = `/graphql?query=${encodeURIComponent(QUERY)}`;
  expect((await send(query)).status).toBe(400);
  expect((await send(query, { headers: { 'apollo-require-preflight': '1' } })).status).toBe(200);
  const mutation = `/graphql?query=${encodeURIComponent('mutation { staffSignOut { userErrors { code } } }')}`;
  expect((await send(mutation, { headers: { 'apollo-require-preflight': '1' } })).status).toBe(405);
});

test('other sites get no leave to read or send anything', async () => {
  const headers = { ...JSON_TYPE, origin: 'https://evil.example.com' };
  for (const answer of [
    await post(JSON.stringify({ query: QUERY }), headers),
    await send('/graphql', { method: 'OPTIONS', headers: { ...headers, 'access-control-request-method': 'POST' } }),
  ]) {
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  }
});

test('answers are not kept, not sniffed, and name no software', async () => {
  const { headers } = await post(JSON.stringify({ query: QUERY }));
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('x-powered-by') ?? headers.get('server')).toBeNull();
});

test('a client that wants the GraphQL media type gets it, and status 400 for what is not valid', async () => {
  const headers = { ...JSON_TYPE, accept: 'application/graphql-response+json' };
  const good = await post(JSON.stringify({ query: QUERY }), headers);
  expect([good.status, good.headers.get('content-type')]).toEqual([
    200,
    'application/graphql-response+json; charset=utf-8',
  ]);
  expect((await post(JSON.stringify({ query: '{ nonsense }' }), headers)).status).toBe(400);
  expect((await post(JSON.stringify({ query: QUERY }), { ...JSON_TYPE, accept: 'image/png' })).status).toBe(406);
});

test('the developer page of Apollo, which loads scripts from elsewhere, is not served', async () => {
  expect((await send('/graphql', { headers: { accept: 'text/html' } })).status).toBe(400);
});

test('an address that is not there is 404 in JSON; methods that are not meant are too', async () => {
  expect(await send('/nonsense')).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  expect((await send('/graphql', { method: 'DELETE' })).status).toBe(404);
  expect((await send('/..%2f..%2fpackage.json')).status).toBe(404);
});

test('a Host header that is no host does not trouble the server', async () => {
  const status = await new Promise((resolve, reject) => {
    const { port } = new URL(t.url);
    const headers = { ...JSON_TYPE, host: 'a b<>:x' };
    request({ host: '127.0.0.1', port, path: '/graphql', method: 'POST', headers, setHost: false }, (response) =>
      resolve(response.resume().statusCode),
    )
      .on('error', reject)
      .end(JSON.stringify({ query: '{ company { currency } }' }));
  });
  expect(status).toBe(400);
});

test('an error within answers INTERNAL without SQL, stack or host', async () => {
  const token = await signIn(t, StaffRole.ADMIN);
  const owner = new pg.Client({ connectionString: t.database.ownerUrl });
  await owner.connect();
  await owner.query('alter table api_key rename to api_key_away');
  const { status, data, errors } = await t.client(token)('{ apiKeys { totalCount } }');
  await owner.query('alter table api_key_away rename to api_key');
  await owner.end();
  expect([status, data, errors]).toEqual([
    200,
    null,
    [
      {
        message: 'Something went wrong here. It has been logged.',
        path: ['apiKeys'],
        locations: expect.anything(),
        extensions: { code: 'INTERNAL' },
      },
    ],
  ]);
});

test('health tells whether the database answers', async () => {
  expect(await send('/health')).toMatchObject({ status: 200, text: '{"status":"ok"}' });
});
