import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', 'references');

/** Installs what Liuke is compared with, from its own lockfile, unless it is there. */
export async function installReferences(say: (line: string) => void): Promise<void> {
  if (existsSync(join(folder, 'node_modules/.package-lock.json'))) {
    return;
  }
  say('installing the references (test/bench/references)');
  const npm = spawn(
    'npm',
    ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: folder,
      stdio: 'inherit',
    },
  );
  const [code] = await once(npm, 'exit');
  if (code !== 0) {
    throw new Error('The references could not be installed: is the package registry within reach?');
  }
}
