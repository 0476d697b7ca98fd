import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { LaunchFailure } from '../failure.js';
import type { Account } from './account.js';
import { dataFolder, makeFolder, type Place } from './place.js';

const run = promisify(execFile);

/** The login that owns the embedded cluster and everything in it. */
export const ownerRole = 'liuke';

/**
 * Makes the data folder when there is none yet. It is made under another name and renamed when it
 * is complete, so an interruption leaves nothing half-made. Existing data is only looked at:
 * another major version or a folder that is no cluster is refused.
 */
export async function ensureDataFolder(place: Place, account: Account | undefined): Promise<void> {
  const major = await majorVersion(place, account);
  const data = dataFolder(place);
  if (existsSync(data)) return checkDataFolder(data, major, account);

  for (const name of readdirSync(place.home).filter((entry) => entry.startsWith('postgres.new')))
    rmSync(join(place.home, name), { recursive: true, force: true });
  const draft = join(place.home, `postgres.new.${process.pid}`);
  makeFolder(draft, account, 0o700);
  const args = ['-D', draft, '-U', ownerRole, '-A', 'trust', '-E', 'UTF8', '--locale-provider=builtin'];
  args.push('--builtin-locale=C.UTF-8', '--locale=C', '--data-checksums', '--no-instructions');
  try {
    await run(join(place.bin, 'initdb'), args, { ...account, cwd: '/', env: { PATH: process.env.PATH, LC_ALL: 'C' } });
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw new LaunchFailure(`PostgreSQL could not make its data folder in ${place.home}: ${lastLine(error)}`);
  }
  renameSync(draft, data);
}

async function majorVersion(place: Place, account: Account | undefined): Promise<string> {
  try {
    const { stdout } = await run(join(place.bin, 'postgres'), ['--version'], { ...account, cwd: '/' });
    return /\) (\d+)/.exec(stdout)?.[1] ?? stdout.trim();
  } catch (error) {
    throw new LaunchFailure(
      `${place.bin}/postgres does not run on this machine (${lastLine(error)}): set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

function checkDataFolder(data: string, major: string, account: Account | undefined): void {
  const { uid } = statSync(data);
  const wanted = account?.uid ?? process.getuid?.();
  if (uid !== wanted)
    throw new LaunchFailure(
      `${data} belongs to user ${uid} and this is user ${wanted}: start Liuke as the user who made it.`,
    );
  const versionFile = join(data, 'PG_VERSION');
  if (!existsSync(versionFile))
    throw new LaunchFailure(`${data} is not a PostgreSQL data folder: move it away and start again.`);
  const found = readFileSync(versionFile, 'utf8').trim();
  if (found !== major)
    throw new LaunchFailure(
      `${data} was made by PostgreSQL ${found}, this is ${major}: dump it with PostgreSQL ${found}, then move it away and start again.`,
    );
}

function lastLine(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message: string };
  return (stderr || message).trim().split('\n').at(-1) ?? '';
}
