import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../root.js';
import { contractFile, freshContract, operationsGenerator } from './contract.js';
import { explain } from './failure.js';
import { type Ended, run } from './run-child.js';

/** How one step went: a check counts as one, the tests count one by one. */
interface Result {
  passed: number;
  failed: number;
  /** Printed when something failed. */
  output: string;
}

/** Ends the child at work when we are told to end. */
const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    interruption.abort();
    process.exit(130);
  });

const options = { cwd: root, signal: interruption.signal };
const bin = (name: string): string => join(root, 'node_modules/.bin', name);
const check = ({ code, output }: Ended): Result => ({ passed: code ? 0 : 1, failed: code ? 1 : 0, output });

/** The steps in their order. `filters` are what was given on the command line besides steps' names. */
const steps: Record<string, (filters: string[]) => Promise<Result>> = {
  types: async () => check(await run(bin('tsc'), ['--noEmit', '--pretty', 'false'], options)),

  lint: async () => check(await run(bin('biome'), ['check', '--max-diagnostics=50'], options)),

  async schema() {
    const fresh = (await readFile(contractFile, 'utf8').catch(() => '')) === (await freshContract());
    return check({ code: fresh ? 0 : 1, output: 'schema/schema.graphql is stale: npm run build -- schema' });
  },

  operations: async () => check(await run(process.execPath, [operationsGenerator, '--check'], options)),

  tests: jest,
};

/** Jest's own report goes to the terminal as it comes; its last numbers are read from it. */
async function jest(filters: string[]): Promise<Result> {
  const args = [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    join(root, 'node_modules/jest/bin/jest.js'),
  ];
  args.push('--config', join(root, 'test/jest.config.mjs'), ...filters);
  const { code, output } = await run(process.execPath, args, options, (chunk) => process.stdout.write(chunk));
  const line = /^Tests: .*$/m.exec(output)?.[0] ?? '';
  const count = (what: string): number => Number(new RegExp(`(\\d+) ${what}`).exec(line)?.[1] ?? 0);
  const failed = count('failed');
  return { passed: count('passed'), failed: code !== 0 && failed === 0 ? 1 : failed, output: '' };
}

const given = process.argv.slice(2);
const named = given.filter((name) => Object.hasOwn(steps, name));
const filters = given.filter((name) => !Object.hasOwn(steps, name));
const chosen = named.length ? named : filters.length ? ['tests'] : Object.keys(steps);

let passed = 0;
let failed = 0;
for (const name of chosen) {
  const started = performance.now();
  let result: Result;
  try {
    result = (await steps[name]?.(filters)) as Result;
  } catch (error) {
    result = { passed: 0, failed: 1, output: explain(error) };
  }
  passed += result.passed;
  failed += result.failed;
  if (result.failed && result.output) process.stdout.write(`${result.output.trim()}\n`);
  process.stdout.write(`${result.failed ? '✗' : '✓'} ${name} ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed ? 1 : 0;
