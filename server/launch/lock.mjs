/** A lock between processes: a file that names its holder. No dependencies. */

import { execFileSync } from 'node:child_process';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A text that tells this run of a process from a later one with the same pid, or '' when there is
 * no such process: its start time.
 */
export function processStart(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? '' : rest[18];
  } catch (error) {
    if (process.platform === 'linux' && error.code !== 'EACCES') return '';
  }
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return '';
  }
}

/**
 * Makes a folder and those above it that are missing. Not with `recursive`: where the system says that a folder is not
 * there and then does not let it be made, as below /proc, Node tries again for ever.
 */
export function makeFolders(path, mode = 0o777) {
  if (existsSync(path)) return;
  makeFolders(dirname(path), mode);
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
}

/** Who holds the lock now: what it wrote there, or undefined when nobody alive does. */
export function holder(file) {
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  }
  try {
    const entry = JSON.parse(text);
    return entry.started !== '' && processStart(entry.pid) === entry.started ? entry : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Takes the lock if nobody alive holds it. Returns undefined when it is taken, otherwise
 * `update(info)`, which adds to what others read there, and `release()`.
 */
export function tryLock(file, info = {}) {
  makeFolders(dirname(file));
  const own = `${file}.${process.pid}`;
  const me = { pid: process.pid, started: processStart(process.pid) };
  const write = (more) => writeFileSync(own, JSON.stringify({ ...more, ...me }));
  write(info);
  try {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      try {
        linkSync(own, file);
        return {
          update(more) {
            write(more);
            renameSync(own, file);
          },
          release: () => rmSync(file, { force: true }),
        };
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
      if (holder(file)) return undefined;
      discardStale(file);
    }
    return undefined;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Moves a dead holder's file away; when another process was quicker and the file is alive, puts it back. */
function discardStale(file) {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
    if (holder(aside)) linkSync(aside, file);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  }
  rmSync(aside, { force: true });
}

/** Runs `work` while holding the lock, waiting for it as long as its holder lives; `doing` says what it does. */
export async function withFileLock(file, doing, work) {
  let lock = tryLock(file);
  let told = false;
  while (!lock) {
    if (!told) process.stdout.write(`  … waiting for process ${holder(file)?.pid ?? ''}, which is ${doing}\n`);
    told = true;
    await sleep(300);
    lock = tryLock(file);
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}
