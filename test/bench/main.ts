import { join } from 'node:path';
import type { Dataset } from './dataset/company.js';
import { ensureDataset } from './dataset/dataset.js';
import { type BenchOptions, readOptions, SCENARIOS, type ScenarioName } from './options.js';
import type { Bench, Scenario } from './support/bench.js';
import { openCluster } from './support/cluster.js';
import { divideCores, startChild } from './support/processes.js';
import { machine, markdown, thisRun } from './support/report.js';
import { keepResults } from './support/results.js';

const scenarios: Record<ScenarioName, () => Promise<{ run: Scenario }>> = {
  P: () => import('./scenarios/perks.js'),
  N: () => import('./scenarios/nested.js'),
  S: () => import('./scenarios/list.js'),
  I: () => import('./scenarios/ingest.js'),
  F: () => import('./scenarios/import.js'),
  M: () => import('./scenarios/impact.js'),
  G: () => import('./scenarios/segments.js'),
  R: () => import('./scenarios/levels.js'),
  E: () => import('./scenarios/events.js'),
  X: () => import('./scenarios/export.js'),
  T: () => import('./scenarios/start.js'),
};

const LETTERS = Object.keys(SCENARIOS);

const say = (line: string): unknown => process.stdout.write(`  … ${line}\n`);

/** Runs the benchmarks asked for, prints their tables and keeps each if the company is of full size. */
export async function main(args: string[]): Promise<void> {
  const options = readOptions(args);
  const cores = divideCores();
  const cluster = await openCluster(cores.others);
  const load = await startChild('support/load.ts', { core: cores.others });
  let dataset: Promise<Dataset> | undefined;
  const bench: Bench = {
    options,
    cluster,
    cores,
    load,
    say,
    dataset: () => (dataset ??= ensureDataset(cluster, options.scale)),
  };
  try {
    const [version] = await cluster.rows<{ server_version: string }>('postgres', 'show server_version');
    const head = machine(version!.server_version, placement(bench));
    const when = thisRun(rounds(options));
    for (const name of options.only) {
      say(SCENARIOS[name]);
      const sections = await (await scenarios[name]()).run(bench);
      for (const section of sections) {
        process.stdout.write(`\n${markdown(section)}\n`);
      }
      if (options.output) {
        keepResults(join(import.meta.dirname, options.output), { head, when, sections, letters: LETTERS });
      }
    }
  } finally {
    await load.stop();
    await cluster.close();
  }
}

function placement({ cores }: Bench): string {
  return cores.server === undefined
    ? 'processes were not kept on cores'
    : 'one server process on one core, PostgreSQL and load generator on the other';
}

const rounds = ({ connections, rounds, seconds }: BenchOptions) =>
  `${connections} connections where nothing else is said, medians of ${rounds} interleaved rounds of ${seconds} s`;
