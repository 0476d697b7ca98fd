/**
 * The way into every npm script: checks the machine, installs what is missing, compiles what has
 * changed and runs dist/server/launch/<command>.js on the Node version that package.json pins.
 * Plain JavaScript without dependencies, because it runs before anything is installed.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { help, overview } from './help.mjs';
import { install } from './install.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const [command, ...args] = process.argv.slice(2);

/** Ends the process with one line on stderr. */
function refuse(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

/** Runs this file again on the pinned Node and becomes its shadow: same signals, same exit code. */
function rerunOnPinnedNode() {
  const node = join(root, 'node_modules/.bin/node');
  const path = `${join(root, 'node_modules/.bin')}:${process.env.PATH}`;
  const child = spawn(node, [fileURLToPath(import.meta.url), command, ...args], {
    stdio: 'inherit',
    env: { ...process.env, PATH: path, LIUKE_RERUN: '1' },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => refuse(`Cannot run ${node}: ${error.message}. Delete node_modules and try again.`));
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

async function main() {
  if (Number(process.versions.node.split('.')[0]) < 20)
    refuse(`Liuke needs Node 20 or newer to start; this is ${process.version}. See https://nodejs.org/`);
  if (process.platform === 'win32') refuse('Liuke runs on Linux and macOS; on Windows use WSL or docker compose.');
  if (!command || !Object.hasOwn(help, command)) {
    process.stdout.write(`${overview()}\n`);
    process.exit(!command || command === '--help' || command === '-h' ? 0 : 2);
  }
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${help[command]}\n`);
    process.exit(0);
  }

  await install(root);
  const pinned = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).dependencies.node;
  if (process.version !== `v${pinned}`) {
    if (process.env.LIUKE_RERUN)
      refuse(`node_modules/.bin/node is ${process.version} and not v${pinned}. Delete node_modules and try again.`);
    return rerunOnPinnedNode();
  }

  process.setSourceMapsEnabled(true);
  const { build } = await import('./build.mjs');
  await build(root);
  const entry = join(root, 'dist/server/launch', `${command}.js`);
  process.argv = [process.argv[0], entry, ...args];
  await import(pathToFileURL(entry).href);
}

await main().catch((error) => refuse(error.oneLine ?? error.stack));
