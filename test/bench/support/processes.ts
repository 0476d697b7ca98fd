import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpus } from 'node:os';
import { join } from 'node:path';

/** The cores of a run: servers on one, PostgreSQL and the load on the other. */
export interface Cores {
  server: number | undefined;
  others: number | undefined;
}

/** How the cores can be divided on this machine; undefined where processes cannot be kept on a core. */
export function divideCores(): Cores {
  try {
    execFileSync('taskset', ['-p', String(process.pid)], { stdio: 'ignore' });
    return cpus().length > 1 ? { server: 0, others: 1 } : { server: undefined, others: undefined };
  } catch {
    return { server: undefined, others: undefined };
  }
}

/** A child process that answers messages one at a time. */
export interface Child {
  /** Of the process that answers. */
  pid: number;
  ask<T>(message: object): Promise<T>;
  stop(): Promise<void>;
}

/** Starts a module of test/bench in a process of its own; resolves with what it says first (`{ ready: … }`). */
export async function startChild<Ready>(
  module: string,
  options: { core: number | undefined; env?: NodeJS.ProcessEnv; args?: string[] },
): Promise<Child & { ready: Ready }> {
  const node = [
    process.execPath,
    ...(module.endsWith('.ts') ? ['--import', join(import.meta.dirname, 'resolve.mjs')] : []),
    ...(process.env.BENCH_NODE_OPTIONS?.split(' ') ?? []),
    join(import.meta.dirname, '..', module),
    ...(options.args ?? []),
  ];
  const command = options.core === undefined ? node : ['taskset', '-c', String(options.core), ...node];
  const child = spawn(command[0]!, command.slice(1), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
    env: { ...process.env, NODE_ENV: 'production', ...options.env },
  });
  const ready = await answer<{ ready: Ready }>(child, module);
  return {
    ready: ready.ready,
    pid: child.pid!,
    ask: async <T>(message: object) => {
      child.send(message);
      return answer<T>(child, module);
    },
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
    },
  };
}

async function answer<T>(child: ChildProcess, module: string): Promise<T> {
  const ended = new AbortController();
  const exit = once(child, 'exit', { signal: ended.signal }).then(([code]) => {
    throw new Error(`${module} ended with code ${code}`);
  });
  exit.catch(() => undefined);
  try {
    return (await Promise.race([once(child, 'message').then(([message]) => message), exit])) as T;
  } finally {
    ended.abort();
  }
}
