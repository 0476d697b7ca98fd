import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import Fastify from 'fastify';
import pg from 'pg';
import { StaffRole } from '../../schema/staff/enums.js';
import { servePanel } from '../../server/http/panel.js';
import { makePerson, PASSWORD, SIGN_IN } from '../staff/support.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { signIn } from '../support/tokens.js';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

test('a request under way is finished when the server stops; a new one is not taken', async () => {
  const stopping = await createTestApp();
  const token = await signIn(stopping, StaffRole.ADMIN);
  const [lock, watch] = [0, 1].map(() => new pg.Client({ connectionString: stopping.database.ownerUrl })) as [
    pg.Client,
    pg.Client,
  ];
  await Promise.all([lock.connect(), watch.connect()]);
  await lock.query('begin; lock table api_key in access exclusive mode');
  const answer = stopping.client(token)('{ apiKeys { totalCount } }');
  const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await watch.query(waiting)).rowCount === 0) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  let closed = false;
  const closing = stopping.http.close().then(() => {
    closed = true;
  });
  await expect(fetch(`${stopping.url}/health`)).rejects.toThrow();
  expect(closed).toBe(false);
  await lock.query('commit');
  await Promise.all([lock.end(), watch.end()]);
  expect((await answer).data).toEqual({ apiKeys: { totalCount: 0 } });
  await closing;
  await stopping.close();
});

test('the panel is served with its guards; its own pages get the same document; nothing else of the disk is reachable', async () => {
  const parent = mkdtempSync(join(tmpdir(), 'liuke-panel-'));
  const folder = join(parent, 'panel');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(parent, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'index.html'), '<title>Liuke</title>');
  writeFileSync(join(folder, 'assets', 'a.js'), '1');
  const http = Fastify();
  await servePanel(http, folder);
  const get = (url: string, accept = 'text/html') => http.inject({ url, headers: { accept } });

  for (const page of ['/', '/customers/1/show']) {
    const { statusCode, body, headers } = await get(page);
    expect([statusCode, body, headers['cache-control']]).toEqual([200, '<title>Liuke</title>', 'no-cache']);
    expect(headers['content-security-policy']).toMatch(
      /default-src 'self';.*object-src 'none'.*frame-ancestors 'none'/,
    );
    expect(headers['content-security-policy']).not.toMatch(/script-src|unsafe-eval/);
    expect(headers['x-frame-options']).toBe('DENY');
  }
  expect((await get('/assets/a.js')).headers['cache-control']).toMatch(/immutable/);
  expect((await get('/assets/b.js', '*/*')).statusCode).toBe(404);
  for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/assets/..%2f..%2fsecret.txt']) {
    expect((await get(path, '*/*')).body).not.toContain('secret\n');
    expect((await get(path, '*/*')).statusCode).toBeGreaterThanOrEqual(400);
  }
  await http.close();
  rmSync(parent, { recursive: true });
});

test('behind a proxy the caller is who the proxy says, and the cookie is for https only', async () => {
  const proxied = await createTestApp({ trustProxy: 1 });
  const forwarded = { 'x-forwarded-for': '10.9.9.9, 203.0.113.7', 'x-forwarded-proto': 'https' };
  for (const [app, address, secure] of [
    [proxied, '203.0.113.7', true],
    [t, '127.0.0.1', false],
  ] as const) {
    const { email, id } = await makePerson(app);
    const { headers } = await app.client()(SIGN_IN, { input: { email, password: PASSWORD } }, forwarded);
    expect(/; Secure/.test(headers.get('set-cookie')!)).toBe(secure);
    const [session] = await app.app.db.rows(
      'select ip from staff_session where staff_id = $1 order by id desc limit 1',
      [id],
    );
    expect(session).toEqual({ ip: address });
  }
  await proxied.close();
});
