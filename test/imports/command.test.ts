import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { root } from '../../server/root.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { HEADER, SLICE } from './support.js';

let t: TestApp;
const folder = mkdtempSync(join(tmpdir(), 'liuke-import-'));
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(async () => {
  await t.close();
  rmSync(folder, { recursive: true });
});

/** `npm run import -- orders …` as its own process on this file's database. */
function command(...args: string[]): { child: ChildProcess; ended: Promise<{ code: number | null; output: string }> } {
  const child = spawn(join(root, 'node_modules/.bin/node'), [join(root, 'dist/server/launch/import.js'), ...args], {
    env: {
      PATH: process.env.PATH,
      INIT_CWD: folder,
      DATABASE_URL: t.database.ownerUrl,
      DATABASE_APP_URL: t.database.appUrl,
    },
  });
  let output = '';
  child.stdout!.on('data', (data) => (output += data));
  child.stderr!.on('data', (data) => (output += data));
  const ended = new Promise<{ code: number | null; output: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, output })),
  );
  return { child, ended };
}

const GBP = ['--source', 'store', '--currency', 'GBP', '--time-zone', 'Europe/London'];
const jobs = () =>
  t.app.db.rows<{ id: string; status: string; step: number | null }>(
    `select id, status, (checkpoint->>'step')::int as step from import_job order by created_at`,
  );

test('a command that is killed goes on when it is given again, and prints where every line went', async () => {
  const many = join(folder, 'many.csv');
  const lines = Array.from(
    { length: 30_000 },
    (_, i) => `I${i % 9000},A${i},Cup,1,2011-0${1 + (i % 9)}-01 10:00,1.00,${(i % 9000) % 700}`,
  );
  writeFileSync(many, [HEADER, ...lines, ''].join('\n'));
  const first = command('orders', 'many.csv', ...GBP);
  let step = 0;
  while (step < 3) {
    step = (await jobs())[0]?.step ?? 0;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  first.child.kill('SIGKILL');
  await first.ended;
  expect(await jobs()).toMatchObject([{ status: 'RUNNING' }]);

  const { code, output } = await command('orders', 'many.csv', ...GBP).ended;
  expect(output).toMatch(/going on with it/);
  expect(output).toMatch(/orders of customers\s+30000\s+30000\.00/);
  expect(output).toMatch(/the whole file, to the penny\s+30000/);
  expect(code).toBe(0);
  expect(await jobs()).toMatchObject([{ status: 'DONE' }]);
  const [sums] = await t.app.db.rows(
    `select count(*) as orders, sum(amount) as amount, (select count(*) from order_line) as lines,
            (select sum(order_count) from customer_stats) as counted from orders`,
  );
  expect(sums).toEqual({ orders: 9000, amount: 3_000_000, lines: 30_000, counted: 9000 });
});

test('the same file again is a new import that finds everything known', async () => {
  const { code, output } = await command('orders', 'many.csv', ...GBP).ended;
  expect(code).toBe(0);
  expect(output).toMatch(/0 orders new or changed, 9000 known, 0 refunds/);
});

test.each([
  [['orders'], 2, /Usage: npm run import/],
  [['customers', SLICE], 2, /Usage: npm run import/],
  [['orders', 'missing.csv'], 1, /missing\.csv cannot be read \(ENOENT\)/],
  [['orders', SLICE, '--currency', 'XYZ'], 1, /^currency: The company has no exchange rate/m],
  [['orders', SLICE, '--time-zone', 'Mars'], 1, /^timeZone: This is no IANA time zone/m],
  [['orders', SLICE, '--map', 'sku'], 1, /--map wants field=Column/],
  [['orders', SLICE, '--map', 'sku=Nope'], 1, /The file has no such column/],
  [['orders', SLICE, '--fast'], 1, /Unknown option '--fast'/],
])('%j ends with code %i and says why', async (args, expected, words) => {
  const { code, output } = await command(...args).ended;
  expect(output).toMatch(words);
  expect(output).not.toMatch(/\n {4}at /);
  expect(code).toBe(expected);
});
