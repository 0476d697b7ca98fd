import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../../server/root.js';

/** Settings that change with a test; undefined takes one away. */
type Env = Record<string, string | undefined>;

/** How a process ended. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A launcher command as a user runs it: a real process in a process group of its own. */
export class Launched {
  readonly ended: Promise<Ended>;
  stdout = '';
  stderr = '';

  private constructor(readonly child: ChildProcess) {
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      this.stdout += chunk;
    });
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      this.stderr += chunk;
    });
    this.ended = new Promise((resolve) => {
      child.once('close', (code) => resolve({ code, stdout: this.stdout, stderr: this.stderr }));
    });
  }

  /** Runs `node server/launch/run.mjs <args>` with nothing of the test's environment but PATH and HOME. */
  static run(args: string[], env: Env): Launched {
    const { PATH, HOME } = process.env;
    const child = spawn(process.execPath, [join(root, 'server/launch/run.mjs'), ...args], {
      cwd: root,
      detached: true,
      env: { PATH, HOME, LIUKE_DEMO: 'false', LOG_LEVEL: 'silent', ...env },
    });
    return new Launched(child);
  }

  /** Waits until standard output matches; fails with everything that was said when the process ends before. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    let gone = false;
    void this.ended.then(() => {
      gone = true;
    });
    for (;;) {
      const found = pattern.exec(this.stdout);
      if (found) return found;
      if (gone) throw new Error(`ended before it said ${pattern}:\n${this.stdout}\n${this.stderr}`);
      await sleep(20);
    }
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }
}

/**
 * An empty folder below the folder for temporary files, removed by `remove()`. Open to others: in
 * a private one PostgreSQL's account could not reach its data, which would then lie elsewhere.
 */
export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'liuke-launch-'));
  chmodSync(path, 0o755);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A server that holds a port until it is closed. */
export async function holdPort(): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { port, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<string> {
  const { port, close } = await holdPort();
  await close();
  return String(port);
}

/** The command lines of all processes that mention a text. */
export function processesWith(text: string): string[] {
  const all = execFileSync('ps', ['-ww', '-eo', 'pid=,args='], { encoding: 'utf8' });
  return all.split('\n').filter((line) => line.includes(text));
}
