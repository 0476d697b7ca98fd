import { existsSync, statSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { freePort, Launched, processesWith, temporaryFolder } from './liuke.js';

const folder = temporaryFolder();
const data = join(folder.path, 'data');
let port: string;
let server: Launched;

const start = (env: Record<string, string> = {}): Launched =>
  Launched.run(['start'], { LIUKE_DATA: data, PORT: port, ...env });

/** PostgreSQL's own process, whose command line names the data folder. */
function postmaster(): number {
  const line = processesWith(`postgres -D ${data}`).find((text) => !text.includes('/bin/sh'));
  return Number(line?.trim().split(' ')[0]);
}

async function nothingLeft(): Promise<void> {
  while (processesWith(data).length > 0) await sleep(20);
}

async function db(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await Launched.run(['db', ...args], { LIUKE_DATA: data }).ended;
  expect([stderr, code]).toEqual(['', 0]);
  return stdout;
}

beforeAll(async () => {
  port = await freePort();
  server = start();
  await server.says(/Liuke is ready/);
});
afterAll(async () => {
  server.kill('SIGKILL');
  await server.ended;
  await nothingLeft();
  folder.remove();
});

test('the first start serves the API and the panel on one port', async () => {
  const health = await fetch(`http://127.0.0.1:${port}/health`);
  expect(await health.json()).toEqual({ status: 'ok' });
  const panel = await fetch(`http://127.0.0.1:${port}/`, { headers: { accept: 'text/html' } });
  expect([panel.status, panel.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
});

test('the first admin gets a password that is printed at the first start and never again', async () => {
  expect(server.stdout).toMatch(/admin@liuke\.local {2}password: \S{20}\n/);
  expect(await client('select email from staff')).toContain('admin@liuke.local');
});

test('the embedded PostgreSQL takes no port and its socket is private', async () => {
  const command = processesWith(`postgres -D ${data}`).join();
  expect(command).toContain('-c listen_addresses= -c');
  const socket = /unix_socket_directories=(\S+)/.exec(command)?.[1] ?? '';
  expect(statSync(socket).mode & 0o777).toBe(0o700);
});

test('a second instance on the same folder says who holds it, and leaves it alone', async () => {
  const { code, stderr } = await start({ PORT: await freePort() }).ended;
  expect(stderr).toBe(
    `Another Liuke runs on ${data}: process ${server.child.pid} at http://127.0.0.1:${port}. Stop it first, or set LIUKE_DATA to another folder.\n`,
  );
  expect(code).toBe(1);
  expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
});

test('npm run db works on the running database, and does not reset it', async () => {
  expect(await db('status')).toMatch(/of the running Liuke.*\n +✓ 0001/);
  const { code, stderr } = await Launched.run(['db', 'reset', '--yes'], { LIUKE_DATA: data }).ended;
  expect(stderr).toMatch(/is in use. Stop Liuke first, then reset/);
  expect(code).toBe(1);
});

test('after kill -9 PostgreSQL goes too, and the next start at once finds everything', async () => {
  await client("create table kept (word text); insert into kept values ('here')");
  server.kill('SIGKILL');
  await server.ended;
  server = start();
  await server.says(/Liuke is ready[\s\S]*Sign in with/);
  expect(server.stdout).not.toContain('password:');
  expect(await client('select word from kept')).toMatch(/here/);
});

/** Runs SQL through `npm run db -- shell`. */
async function client(sql: string): Promise<string> {
  const shell = Launched.run(['db', 'shell'], { LIUKE_DATA: data });
  shell.child.stdin?.end(`${sql};\n`);
  return (await shell.ended).stdout;
}

test('when PostgreSQL dies, Liuke says so and ends; the next start recovers', async () => {
  process.kill(postmaster(), 'SIGKILL');
  const { code, stderr } = await server.ended;
  expect(stderr).toMatch(/^PostgreSQL ended unexpectedly\. Start Liuke again/);
  expect(code).toBe(1);
  await nothingLeft();
  server = start();
  await server.says(/Liuke is ready/);
  expect(await client('select word from kept')).toMatch(/here/);
});

test('SIGTERM lets a request finish, refuses new ones, stops PostgreSQL cleanly and leaves no process', async () => {
  const body = JSON.stringify({ query: '{ __typename }' });
  const request = connect(Number(port), '127.0.0.1');
  request.write(
    `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body.slice(0, 5)}`,
  );
  await sleep(200);
  server.kill('SIGTERM');
  await refused(port);
  request.write(body.slice(5));
  expect(await answer(request)).toMatch(/^HTTP\/1\.1 200[\s\S]*"__typename":"Query"/);
  expect((await server.ended).code).toBe(0);
  expect(processesWith(data)).toEqual([]);
  expect(existsSync(join(data, 'postgres/postmaster.pid'))).toBe(false);
  expect(existsSync(join(data, 'instance.json'))).toBe(false);
});

async function refused(at: string): Promise<void> {
  for (;;) {
    const failed = await fetch(`http://127.0.0.1:${at}/health`).then(
      (response) => response.status >= 500,
      () => true,
    );
    if (failed) return;
    await sleep(20);
  }
}

function answer(socket: Socket): Promise<string> {
  let text = '';
  return new Promise((resolve, reject) => {
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      if (text.includes('"Query"')) {
        socket.destroy();
        resolve(text);
      }
    });
    socket.once('error', reject).once('close', () => reject(new Error(`closed after: ${text}`)));
  });
}

test('SIGTERM in the middle of a first start leaves no process, and the next start works', async () => {
  const other = join(folder.path, 'other');
  const early = start({ LIUKE_DATA: other });
  await early.says(/… database/);
  early.kill('SIGTERM');
  expect((await early.ended).code).toBe(0);
  while (processesWith(other).length > 0) await sleep(20);
  const again = start({ LIUKE_DATA: other });
  await again.says(/Liuke is ready/);
  again.kill('SIGTERM');
  expect((await again.ended).code).toBe(0);
});
