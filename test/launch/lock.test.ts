import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { holder, processStart, tryLock } from '../../server/launch/lock.mjs';
import { temporaryFolder } from './liuke.js';

let folder: ReturnType<typeof temporaryFolder>;
let file: string;
beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder.path, 'made/by/lock.json');
});
afterEach(() => folder.remove());

test('one holds it, says what it does, and frees it', () => {
  const lock = tryLock(file);
  expect(tryLock(file)).toBeUndefined();
  lock?.update({ url: 'http://here' });
  expect(holder(file)).toMatchObject({ pid: process.pid, url: 'http://here' });
  lock?.release();
  expect([holder(file), existsSync(file)]).toEqual([undefined, false]);
  expect(tryLock(file)).toBeDefined();
});

test.each([
  ['a process that is gone', { pid: 2 ** 30, started: '1' }],
  ['an earlier process with the same pid', { pid: process.pid, started: 'long ago' }],
])('the lock of %s is taken over', (_, left) => {
  tryLock(file)?.release();
  writeFileSync(file, JSON.stringify(left));
  expect(holder(file)).toBeUndefined();
  expect(tryLock(file)).toBeDefined();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ pid: process.pid, started: processStart(process.pid) });
});

test('a lock file cut short by a full disk is taken over', () => {
  tryLock(file)?.release();
  writeFileSync(file, '{"pid":');
  expect(tryLock(file)).toBeDefined();
});
