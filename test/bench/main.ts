import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dataset } from './dataset/company.js';
import { ensureDataset } from './dataset/dataset.js';
import { type BenchOptions, readOptions, SCENARIOS, type ScenarioName } from './options.js';
import type { Bench, Scenario } from './support/bench.js';
import { openCluster } from './support/cluster.js';
import { divideCores, startChild } from './support/processes.js';
import { machine, markdown, type Section } from './support/report.js';

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

const say = (line: string): unknown => process.stdout.write(`  … ${line}\n`);

/** Runs the benchmarks asked for, prints their tables and keeps those of a whole run. */
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
    const sections: Section[] = [];
    for (const name of options.only) {
      say(SCENARIOS[name]);
      for (const section of await (await scenarios[name]()).run(bench)) {
        process.stdout.write(`\n${markdown(section)}\n`);
        sections.push(section);
      }
    }
    keep(options, machine(version!.server_version, placement(bench)), sections);
  } finally {
    await load.stop();
    await cluster.close();
  }
}

function placement({ cores, options }: Bench): string {
  const where =
    cores.server === undefined
      ? 'processes were not kept on cores'
      : 'one server process on one core, PostgreSQL and load generator on the other';
  return `${where}; ${options.connections} connections, medians of ${options.rounds} interleaved rounds of ${options.seconds} s`;
}

function keep(options: BenchOptions, where: string[], sections: Section[]): void {
  if (!options.output) {
    return;
  }
  const head = ['# Numbers', ...where.map((line) => `- ${line}`)].join('\n');
  const text = [head, ...sections.map(markdown)].join('\n\n');
  writeFileSync(join(import.meta.dirname, options.output), `${text}\n`);
}
