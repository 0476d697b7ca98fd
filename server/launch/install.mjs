/** Installs the packages of package-lock.json when they are missing or of other versions. No dependencies. */
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withFileLock } from './lock.mjs';

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/**
 * Why the packages have to be installed, or undefined when they are as package-lock.json says.
 * npm writes node_modules/.package-lock.json last, so an interrupted install counts as missing.
 */
export function installReason(root) {
  const done = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(done) || !existsSync(join(root, 'node_modules/.bin/node'))) return 'missing';
  const wanted = readJson(join(root, 'package-lock.json')).packages;
  const present = readJson(done).packages;
  for (const [path, { version, optional, dev }] of Object.entries(wanted)) {
    if (path === '' || present[path]?.version === version) continue;
    const leftOut = !present[path] && (optional || (dev && process.env.NODE_ENV === 'production'));
    if (!leftOut) return 'outdated';
  }
  return undefined;
}

/** Makes node_modules what package-lock.json says. Of several processes at once one installs, the others wait. */
export async function install(root) {
  if (!installReason(root)) return;
  try {
    accessSync(root, constants.W_OK);
  } catch {
    throw oneLine(`Cannot install packages: ${root} is not writable for this user. Run once as its owner.`);
  }
  await withFileLock(join(root, '.liuke/install.lock'), 'installing packages', async () => {
    const reason = installReason(root);
    if (reason) await npmInstall(root, reason);
  });
}

/** npm itself must run on the machine's Node: the one inside node_modules may be replaced meanwhile. */
function environment(root) {
  const path = process.env.PATH.split(':').filter((part) => !part.includes('node_modules/.bin'));
  const { npm_config_prefix: _, ...rest } = process.env;
  return { env: { ...rest, PATH: path.join(':') }, cwd: root };
}

/**
 * `npm ci` would refuse a lockfile without the optional packages of other platforms, which a registry
 * may lack; `npm install --no-save` takes the same locked versions and leaves the lockfile alone.
 */
async function npmInstall(root, reason) {
  const started = Date.now();
  const report = progress(root, reason);
  const child = spawn('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    ...environment(root),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output = (output + chunk).slice(0, 4000);
    });
  const stop = (signal) => child.kill(signal);
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const code = await new Promise((done, fail) => child.on('error', fail).on('close', (c, signal) => done(signal ?? c)));
  process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop);
  report.end();
  if (typeof code === 'string') process.exit(130);
  if (code !== 0) throw oneLine(`npm install failed: ${complaint(output)}`);
  process.stdout.write(`  ✓ packages installed ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}

/** What npm says went wrong, without its usage text and where its log lies. */
function complaint(output) {
  const lines = output.split('\n').map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim());
  const telling = lines.filter((line) => line && !line.startsWith('A complete log') && !line.startsWith('npm warn'));
  return `${telling.slice(0, 3).join(' · ')}. Check that the package registry can be reached and try again.`;
}

/** Says every few seconds how many packages have arrived. */
function progress(root, reason) {
  const { packages } = readJson(join(root, 'package-lock.json'));
  const manifests = Object.keys(packages)
    .filter((path) => path && !packages[path].optional)
    .map((path) => join(root, path, 'package.json'));
  const tty = process.stdout.isTTY;
  process.stdout.write(`  … installing packages (${reason}; a minute or two on the first run)\n`);
  const tick = () => {
    const line = `    ${manifests.filter((file) => existsSync(file)).length} of ${manifests.length} packages`;
    process.stdout.write(tty ? `\r${line}` : `${line}\n`);
  };
  const timer = setInterval(tick, tty ? 500 : 10_000);
  return {
    end() {
      clearInterval(timer);
      if (tty) process.stdout.write('\r\u001b[K');
    },
  };
}

/** An error whose message is all that the user needs to see. */
function oneLine(line) {
  return Object.assign(new Error(line), { oneLine: line });
}
