import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../../server/root.js';
import type { Bench } from '../support/bench.js';
import type { Section } from '../support/report.js';

interface Start {
  seconds: number;
  /** Seconds by the step's name, in the order of their ends. */
  steps: Map<string, number>;
}

/** T: how long `npm start` takes in a fresh clone of the last commit, and how long the second time. */
export async function run(bench: Bench): Promise<Section[]> {
  const folder = mkdtempSync(join(tmpdir(), 'liuke-start-'));
  try {
    const clone = join(folder, 'liuke');
    execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${root}`, clone]);
    bench.say('first start of a fresh clone');
    const first = await start(clone);
    bench.say('second start');
    const second = await start(clone);
    const names = [...new Set([...first.steps.keys(), ...second.steps.keys()])];
    const cell = (value: number | undefined) => (value === undefined ? '' : value.toFixed(1));
    return [
      {
        title: 'T · npm start, until it answers',
        notes: [
          'A fresh clone of the last commit; packages come from the registry or the npm cache. Steps run partly side by side.',
        ],
        columns: ['', 'first start s', 'second start s'],
        rows: [
          ...names.map((name) => [name, cell(first.steps.get(name)), cell(second.steps.get(name))]),
          ['all', cell(first.seconds), cell(second.seconds)],
        ],
        goals: [],
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Starts, waits until the API answers, and stops again. */
async function start(folder: string): Promise<Start> {
  const port = await freePort();
  const { DATABASE_URL: _, LIUKE_DATA: __, LIUKE_RERUN: ___, ...env } = process.env;
  const path = process.env.PATH?.split(':').filter((part) => !part.includes('node_modules/.bin'));
  const began = performance.now();
  const npm = spawn('npm', ['start'], {
    cwd: folder,
    env: { ...env, PATH: path?.join(':'), PORT: String(port), NODE_ENV: 'development' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise<void>((resolve) => npm.once('exit', () => resolve()));
  let output = '';
  npm.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  try {
    await untilHealthy(port, exited, () => output);
    const seconds = (performance.now() - began) / 1000;
    const steps = [...output.matchAll(/✓ (.+?) (\d+\.\d) s/g)].map(([, name, took]) => [name!, Number(took)] as const);
    return { seconds, steps: new Map(steps) };
  } finally {
    npm.kill('SIGTERM');
    await exited;
  }
}

async function untilHealthy(port: number, exited: Promise<void>, output: () => string): Promise<void> {
  let gone = false;
  void exited.then(() => {
    gone = true;
  });
  for (;;) {
    if (gone) {
      throw new Error(`npm start ended:\n${output()}`);
    }
    const response = await fetch(`http://127.0.0.1:${port}/health`).catch(() => undefined);
    if (response?.ok) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
