import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { build } from '../../server/launch/build.mjs';
import { root } from '../../server/root.js';
import { temporaryFolder } from './liuke.js';

let clone: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  clone = temporaryFolder();
  for (const name of ['.swcrc', 'package.json']) cpSync(join(root, name), join(clone.path, name));
  write('server/a.ts', 'export const a: number = 1;');
  write('schema/b.graphql', 'type B');
});
afterEach(() => clone.remove());

const at = (path: string): string => join(clone.path, path);
const quietly = (): Promise<string[]> => build(clone.path, () => {});

function write(path: string, text: string): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
}

test('TypeScript is compiled with a source map, other files are copied', async () => {
  expect((await quietly()).sort()).toEqual(['schema/b.graphql', 'server/a.ts']);
  expect(readFileSync(at('dist/server/a.js'), 'utf8')).toMatch(
    /^export const a = 1;\n\n\/\/# sourceMappingURL=a\.js\.map\n$/,
  );
  expect(JSON.parse(readFileSync(at('dist/server/a.js.map'), 'utf8')).sources).toEqual(['../../server/a.ts']);
  expect(readFileSync(at('dist/schema/b.graphql'), 'utf8')).toBe('type B');
});

test('only what changed is compiled again, and what is gone goes', async () => {
  await quietly();
  expect(await quietly()).toEqual([]);
  write('server/a.ts', 'export const a = 2;');
  expect(await quietly()).toEqual(['server/a.ts']);
  rmSync(at('server/a.ts'));
  expect(await quietly()).toEqual(['server/a.ts']);
  expect([existsSync(at('dist/server/a.js')), existsSync(at('dist/server/a.js.map'))]).toEqual([false, false]);
});

test('a source that does not parse is named, and compiled once it is mended', async () => {
  write('server/a.ts', 'export const a: = 1;');
  await expect(quietly()).rejects.toMatchObject({ oneLine: expect.stringMatching(/^Cannot compile\nserver\/a\.ts: /) });
  write('server/a.ts', 'export const a = 1;');
  expect(await quietly()).toContain('server/a.ts');
});

test('decorator metadata and field definitions are as the entities need them', async () => {
  write('server/a.ts', 'declare const d: PropertyDecorator; export class A { @d b!: string; }');
  await quietly();
  expect(readFileSync(at('dist/server/a.js'), 'utf8')).toMatch(/"design:type", String/);
});
