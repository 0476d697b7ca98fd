import { type ChildProcess, spawn } from 'node:child_process';
import type { Account } from './account.js';

/**
 * Starts postgres and waits for it while holding our pipe: when the pipe closes, because we close
 * it or because we were killed, postgres gets SIGINT (fast shutdown). The reader keeps its job even
 * if the waiting shell dies.
 */
const script = `
exec 3<&0
"$@" </dev/null 3<&- & pg=$!
{ while read -r _; do :; done; kill -INT $pg; } <&3 2>/dev/null & reader=$!
exec 3<&-
wait $pg; code=$?
kill $reader 2>/dev/null
exit $code`;

/** A postgres process under its supervisor. */
export interface Supervised {
  /** The last lines that postgres wrote to stderr. */
  lastWords(): string;
  /** Resolves with the exit code once postgres is gone. */
  exited: Promise<number>;
  /** Asks for a fast shutdown: open transactions are rolled back, everything committed is kept. */
  stop(): void;
}

/**
 * Runs postgres in a process group of its own, so that Ctrl-C does not reach it before the server
 * has finished its requests, and so that it does not outlive us.
 */
export function supervise(command: string, args: string[], account: Account | undefined): Supervised {
  const child: ChildProcess = spawn('/bin/sh', ['-c', script, 'liuke-postgres', command, ...args], {
    ...account,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
  });
  let words = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    words = (words + chunk.toString()).slice(-4000);
  });
  child.stdin?.on('error', () => {});
  const exited = new Promise<number>((resolve) => {
    child.on('error', (error) => {
      words += error.message;
      resolve(127);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
  return { lastWords: () => words.trim(), exited, stop: () => child.stdin?.end() };
}
