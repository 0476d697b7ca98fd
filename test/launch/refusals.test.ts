import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Ended, freePort, holdPort, Launched, temporaryFolder } from './liuke.js';

let folder: ReturnType<typeof temporaryFolder>;
let data: string;

beforeEach(() => {
  folder = temporaryFolder();
  data = join(folder.path, 'data');
});
afterEach(() => folder.remove());

async function start(env: Record<string, string>): Promise<Ended> {
  return Launched.run(['start'], { LIUKE_DATA: data, PORT: await freePort(), ...env }).ended;
}

/** One line on standard error, exit code 1, no stack. */
function expectOneLine({ code, stderr }: Ended, line: RegExp): void {
  expect(stderr).toMatch(line);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(code).toBe(1);
}

describe('npm start refuses in one line', () => {
  test('a port that is taken, before anything is made', async () => {
    const held = await holdPort();
    const ended = await start({ PORT: String(held.port) });
    await held.close();
    expectOneLine(ended, new RegExp(`^Port ${held.port} is in use.*PORT=\\d+ npm start`));
    expect(existsSync(data)).toBe(false);
  });

  test('an address that is not of this machine', async () => {
    expectOneLine(await start({ HOST: '192.0.2.1' }), /HOST=192\.0\.2\.1 is not an address of this machine/);
    expect(existsSync(data)).toBe(false);
  });

  test('a bad configuration, naming each setting', async () => {
    const ended = await start({ PORT: 'abc', DATABASE_POOL: '1' });
    expectOneLine(ended, /PORT .*DATABASE_POOL /);
    expect(existsSync(data)).toBe(false);
  });

  test('a database where nobody listens', async () => {
    const held = await holdPort();
    await held.close();
    const ended = await start({ DATABASE_URL: `postgres://me:secret@127.0.0.1:${held.port}/liuke` });
    expectOneLine(ended, /DATABASE_URL: 127\.0\.0\.1:\d+\/liuke: nobody listens there/);
    expect(ended.stderr).not.toContain('secret');
  });

  test('a host that does not exist', async () => {
    const ended = await start({ DATABASE_URL: 'postgres://me:secret@liuke.invalid/liuke' });
    expectOneLine(ended, /DATABASE_URL: liuke\.invalid:5432\/liuke: there is no such host/);
  });

  test('a database that does not exist on a server that does', async () => {
    const url = (process.env.TEST_OWNER_URL ?? '').replace('/liuke?', '/missing?');
    expectOneLine(await start({ DATABASE_URL: url }), /there is no such database; create it first/);
  });

  // Not even root may make a folder in these; below /proc a folder that is made is still missing.
  const impossible =
    process.platform === 'linux' ? ['/sys/liuke', '/proc/liuke/data', '/dev/null/liuke'] : ['/dev/null/liuke'];
  test.each(impossible)('a data folder that cannot be made: %s', async (place) => {
    expectOneLine(await start({ LIUKE_DATA: place }), /\/liuke.* cannot be written .*LIUKE_DATA/);
  });

  test('a data folder that is a file, which stays as it was', async () => {
    const file = join(folder.path, 'file');
    writeFileSync(file, 'mine');
    expectOneLine(await start({ LIUKE_DATA: file }), /file cannot be written \(ENOTDIR\).*LIUKE_DATA/);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  test('data of another major version, which stays as it was', async () => {
    const cluster = makeData({ PG_VERSION: '16\n', keep: 'me' });
    expectOneLine(await start({}), /was made by PostgreSQL 16, this is 18: dump it with PostgreSQL 16/);
    expect(readdirSync(cluster).sort()).toEqual(['PG_VERSION', 'keep']);
    expect(readFileSync(join(cluster, 'keep'), 'utf8')).toBe('me');
  });

  test('a data folder that is something else, which stays as it was', async () => {
    const cluster = makeData({ 'holiday.jpg': 'sea' });
    expectOneLine(await start({}), /is not a PostgreSQL data folder: move it away/);
    expect(readdirSync(cluster)).toEqual(['holiday.jpg']);
  });
});

/** A folder where the data of PostgreSQL would be, owned by the account that would run it. */
function makeData(files: Record<string, string>): string {
  const cluster = join(data, 'postgres');
  mkdirSync(cluster, { recursive: true, mode: 0o755 });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cluster, name), text);
  if (process.getuid?.() === 0) chownSync(cluster, 65534, 65534);
  return cluster;
}

describe('the launcher explains itself', () => {
  test.each(['start', 'dev', 'test', 'bench', 'import', 'db', 'build'])('%s --help', async (command) => {
    const { code, stdout, stderr } = await Launched.run([command, '--help'], {}).ended;
    expect(stdout).toMatch(/Usage: npm (start|test|run )/);
    expect([code, stderr]).toEqual([0, '']);
  });

  test('an unknown command lists the known ones', async () => {
    const { code, stdout } = await Launched.run(['fly'], {}).ended;
    expect(stdout).toMatch(/npm start .*\n.*npm run dev/);
    expect(code).toBe(2);
  });
});
