import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LaunchFailure } from '../failure.js';

/** The user and group that PostgreSQL runs as when it must not be our own. */
export interface Account {
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses to run as root: root starts it as the user who made the data in `folder`, or
 * else as `nobody`; everybody else starts it as themselves (undefined). The account must have a
 * name, because initdb looks it up.
 */
export function serverAccount(folder: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const data = join(folder, 'postgres');
  if (existsSync(data)) {
    const { uid, gid } = statSync(data);
    if (uid !== 0) return { uid, gid };
  }
  const passwd = readFileSync('/etc/passwd', 'utf8').split('\n');
  const line = ['nobody', 'postgres', 'daemon']
    .map((name) => passwd.find((entry) => entry.startsWith(`${name}:`)))
    .find(Boolean);
  if (!line)
    throw new LaunchFailure('PostgreSQL cannot run as root and there is no account `nobody`: start as a normal user.');
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}
