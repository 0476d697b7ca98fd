import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { installReason } from '../../server/launch/install.mjs';
import { root } from '../../server/root.js';
import { temporaryFolder } from './liuke.js';

let clone: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  clone = temporaryFolder();
  write('package-lock.json', { packages: { '': {}, 'node_modules/a': { version: '1.0.0' } } });
});
afterEach(() => clone.remove());

function write(path: string, content: object | string): void {
  const file = join(clone.path, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
}

function installed(packages: object): void {
  write('node_modules/.bin/node', '');
  write('node_modules/.package-lock.json', { packages });
}

test('a new clone, and one whose install was interrupted, are installed', () => {
  expect(installReason(clone.path)).toBe('missing');
  write('node_modules/.bin/node', '');
  expect(installReason(clone.path)).toBe('missing');
});

test('what is there already is not installed again', () => {
  installed({ 'node_modules/a': { version: '1.0.0' } });
  expect(installReason(clone.path)).toBeUndefined();
});

test('another version, or a package more, is installed', () => {
  installed({ 'node_modules/a': { version: '1.0.1' } });
  expect(installReason(clone.path)).toBe('outdated');
  installed({});
  expect(installReason(clone.path)).toBe('outdated');
});

test('packages for other platforms may be missing, but not be of another version', () => {
  write('package-lock.json', { packages: { 'node_modules/a': { version: '1.0.0', optional: true } } });
  installed({});
  expect(installReason(clone.path)).toBeUndefined();
  installed({ 'node_modules/a': { version: '0.9.0' } });
  expect(installReason(clone.path)).toBe('outdated');
});

/** Puts a program called npm on the path that leaves a mark, takes its time and then has installed or failed. */
function pretendNpm(outcome: string): void {
  const hidden = JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0' } } });
  write(
    'bin/npm',
    `#!/bin/sh\necho run >> runs\nsleep 0.5\n${outcome || `mkdir -p node_modules/.bin; touch node_modules/.bin/node; echo '${hidden}' > node_modules/.package-lock.json`}\n`,
  );
  chmodSync(join(clone.path, 'bin/npm'), 0o755);
}

async function install(): Promise<{ code: number | null; output: string }> {
  const script = `import { install } from ${JSON.stringify(join(root, 'server/launch/install.mjs'))};
    await install(${JSON.stringify(clone.path)}).catch((error) => { process.stdout.write(error.oneLine ?? error.stack); process.exitCode = 1; });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, PATH: `${join(clone.path, 'bin')}:${process.env.PATH}` },
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output };
}

test('of three commands at once on a new clone one installs and the others wait for it', async () => {
  pretendNpm('');
  const all = await Promise.all([install(), install(), install()]);
  expect(all.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect(readFileSync(join(clone.path, 'runs'), 'utf8')).toBe('run\n');
  expect(all.filter(({ output }) => output.includes('waiting for process'))).toHaveLength(2);
});

test('a failed install says in one line what npm complained about', async () => {
  pretendNpm('echo "npm error code ENOTFOUND" >&2; echo "npm error network is down" >&2; exit 1');
  const { code, output } = await install();
  expect(output).toMatch(/npm install failed: code ENOTFOUND · network is down\. Check that the package registry/);
  expect(code).toBe(1);
});
