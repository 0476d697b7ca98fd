import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from '../root.js';
import { LaunchFailure } from './failure.js';
import { withFileLock } from './lock.mjs';

/** Where the built panel lies, for the server to serve. */
export const panelFolder = join(root, 'dist/panel');

const stampFile = join(panelFolder, '.stamp');
/** What the panel is made of. A folder stands for everything in it. */
const ingredients = ['admin', 'schema/schema.graphql', 'package-lock.json'];

/** Whether the built panel is that of the present sources. */
export async function panelIsFresh(): Promise<boolean> {
  // A container holds the built panel only.
  if (!existsSync(join(root, 'admin'))) return true;
  const stamp = await readFile(stampFile, 'utf8').catch(() => '');
  return stamp !== '' && stamp === (await fingerprint());
}

/**
 * Builds the panel into dist/panel with Vite unless it is fresh, in a process of its own (it needs much memory for a
 * short time). The previous build stays until the new one is complete. Throws LaunchFailure with
 * Vite's words when it fails. `onStart` gets the function that interrupts it.
 */
export async function buildPanel(onStart: (kill: () => void) => void = () => {}): Promise<void> {
  await withFileLock(`${panelFolder}.lock`, 'building the panel', async () => {
    if (!(await panelIsFresh())) await viteBuild(onStart);
  });
}

async function viteBuild(onStart: (kill: () => void) => void): Promise<void> {
  const stamp = await fingerprint();
  const draft = `${panelFolder}.${process.pid}`;
  const args = [
    join(root, 'node_modules/vite/bin/vite.js'),
    'build',
    '--config',
    'admin/vite.config.ts',
    '--configLoader',
    'runner',
  ];
  const child = spawn(process.execPath, [...args, '--outDir', draft, '--emptyOutDir', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' },
  });
  onStart(() => child.kill());
  let words = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      words = (words + chunk.toString()).slice(0, 4000);
    });
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject).once('close', (exit) => resolve(exit ?? 1));
  });
  if (code !== 0) {
    await rm(draft, { recursive: true, force: true });
    throw new LaunchFailure(`${stripVTControlCharacters(words).trim()}\nThe panel could not be built.`);
  }
  await writeFile(join(draft, '.stamp'), stamp);
  await rm(panelFolder, { recursive: true, force: true });
  await rename(draft, panelFolder);
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const ingredient of ingredients) {
    const path = join(root, ingredient);
    if (!existsSync(path)) continue;
    for (const file of await filesOf(path)) hash.update(file.slice(root.length)).update(await readFile(file));
  }
  return hash.digest('hex');
}

async function filesOf(path: string): Promise<string[]> {
  try {
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return [path];
    throw error;
  }
}
