import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { StaffRole } from '../../schema/staff/enums.js';
import { createHttp } from '../../server/http/server.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { signIn } from '../support/tokens.js';

/** Instead of half a minute. */
const SHORT = 150;
let t: TestApp;
let http: FastifyInstance;
let port: number;
beforeAll(async () => {
  t = await createTestApp();
  http = await createHttp(t.app, { head: SHORT, body: SHORT, upload: 30_000, look: 20 });
  await http.listen({ port: 0, host: '127.0.0.1' });
  ({ port } = http.server.address() as { port: number });
});
afterAll(async () => {
  await http.close();
  await t.close();
});

/** Sends the first part of a request, then a byte now and then; gives the answer once the server hangs up. */
function trickle(first: string, next: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(first));
    const drip = setInterval(() => socket.write(next), 10);
    socket.setEncoding('utf8').on('data', (chunk) => {
      answer += chunk;
      clearInterval(drip);
    });
    socket.on('close', () => {
      clearInterval(drip);
      resolve(answer);
    });
    socket.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNRESET' ? undefined : reject(error)));
  });
}

const head = (path: string) =>
  `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n`;

test('a head that never ends is given up', async () => {
  expect(await trickle('GET /health HTTP/1.1\r\nHost: localhost\r\n', 'X-A: b\r\n')).toMatch(/^HTTP\/1\.1 408 /);
});

test('a body that never ends is given up, in the shape of every answer', async () => {
  const answer = await trickle(head('/graphql'), ' ');
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  expect(answer).toMatch(
    /\{"errors":\[\{"message":"The body did not arrive in time\.","extensions":\{"code":"REQUEST_TIMEOUT"\}\}\]\}$/,
  );
});

test('a request that takes its time to be answered is not a late one', async () => {
  const slow = new Promise((resolve) => setTimeout(resolve, SHORT * 3));
  const rows = t.app.db.rows.bind(t.app.db);
  t.app.db.rows = async (...args: Parameters<typeof rows>) => {
    await slow;
    return rows(...args) as never;
  };
  try {
    const response = await fetch(`http://127.0.0.1:${port}/health`);
    expect(response.status).toBe(200);
    const body = JSON.stringify({ query: '{ company { name } }' });
    const headers = { 'content-type': 'application/json' };
    expect((await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers, body })).status).toBe(200);
  } finally {
    t.app.db.rows = rows;
  }
});

test('an upload may take its time', async () => {
  async function* file() {
    yield '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nnumber,';
    await new Promise((resolve) => setTimeout(resolve, SHORT * 3));
    yield 'date\r\n--x--\r\n';
  }
  const response = await fetch(`http://127.0.0.1:${port}/uploads`, {
    method: 'POST',
    body: Readable.from(file()),
    duplex: 'half',
    headers: {
      authorization: `Bearer ${await signIn(t, StaffRole.MARKETING)}`,
      'content-type': 'multipart/form-data; boundary=x',
    },
  } as object);
  expect(response.status).toBe(201);
});
