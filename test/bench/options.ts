import { parseArgs } from 'node:util';

/** What `npm run bench` measures, by letter. */
export const SCENARIOS = {
  P: 'perks home screen of the mobile app',
  N: 'nested list of 50: grant, customer, tier, benefits',
  S: "the panel's customer list by tier and stage, sorted by spend",
  I: 'order ingest through the API',
  F: 'import of a real file',
  M: "impact of a programme's draft over everybody",
  G: 'ten segments, counted and listed, and far pages',
  R: 'levels of everybody computed anew, and the daily refresh',
  E: 'events through the API',
  X: 'memory of the server while it exports everybody',
  T: 'first and second start of npm start',
} as const;

export type ScenarioName = keyof typeof SCENARIOS;

/** How a run of the benchmarks was asked for. */
export interface BenchOptions {
  only: ScenarioName[];
  /** 1: a million customers, five million orders and twenty million events. */
  scale: number;
  rounds: number;
  /** Length of one round. */
  seconds: number;
  connections: number;
  /** An order history to import; undefined: the slice in seeds/. */
  file: string | undefined;
  /** Where the table goes besides the terminal. */
  output: string | undefined;
}

/** Reads the command line; throws with a readable message. */
export function readOptions(args: string[]): BenchOptions {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string' },
      scale: { type: 'string', default: '1' },
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '5' },
      connections: { type: 'string', default: '32' },
      file: { type: 'string' },
    },
  });
  const only = values.only?.toUpperCase().split(',') ?? Object.keys(SCENARIOS);
  const unknown = only.find((letter) => !Object.hasOwn(SCENARIOS, letter));
  if (unknown !== undefined) {
    throw new Error(`--only knows ${Object.keys(SCENARIOS).join(', ')}, not ${unknown}.`);
  }
  const number = (name: 'scale' | 'rounds' | 'seconds' | 'connections', least: number) => {
    const value = Number(values[name]);
    if (!(value >= least)) {
      throw new Error(`--${name} must be a number from ${least} on.`);
    }
    return value;
  };
  const scale = number('scale', 0.001);
  return {
    only: only as ScenarioName[],
    scale,
    rounds: number('rounds', 1),
    seconds: number('seconds', 0.1),
    connections: number('connections', 1),
    file: values.file,
    output: scale === 1 ? 'results.md' : undefined,
  };
}
