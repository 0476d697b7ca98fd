import { BENCH_NOW, type Dataset } from '../dataset/company.js';
import type { BenchOptions } from '../options.js';
import type { BenchCluster } from './cluster.js';
import { type Child, type Cores, startChild } from './processes.js';
import { installReferences } from './references.js';
import type { Section } from './report.js';
import type { SubjectReady } from './subject.js';
import { benchIssuer } from './tokens.js';

/** What every scenario works with. */
export interface Bench {
  options: BenchOptions;
  cluster: BenchCluster;
  cores: Cores;
  load: Child;
  /** The measured company of `options.scale`, made when first asked for. */
  dataset(): Promise<Dataset>;
  say(line: string): void;
}

/** One thing that is measured; returns its tables. */
export type Scenario = (bench: Bench) => Promise<Section[]>;

export type Subject = Child & { ready: SubjectReady };

const modules = {
  liuke: 'subjects/liuke.ts',
  plain: 'subjects/plain.ts',
  postgraphile: 'references/postgraphile.mjs',
} as const;

/** Starts servers on a database, runs `work` with them and stops them again. */
export async function withSubjects<N extends keyof typeof modules, T>(
  bench: Bench,
  database: string,
  names: N[],
  work: (subjects: Record<N, Subject>) => Promise<T>,
): Promise<T> {
  const env = {
    BENCH_APP_URL: bench.cluster.url(database, 'app'),
    BENCH_ISSUER: JSON.stringify(benchIssuer()),
    BENCH_NOW,
    GRAPHILE_ENV: 'production',
  };
  const started: Partial<Record<N, Subject>> = {};
  try {
    for (const name of names) {
      if (name === 'postgraphile') {
        await installReferences(bench.say);
      }
      started[name] = await startChild<SubjectReady>(modules[name], { core: bench.cores.server, env });
    }
    return await work(started as Record<N, Subject>);
  } finally {
    await Promise.all(Object.values<Subject | undefined>(started).map((subject) => subject?.stop()));
  }
}
