import { deepStrictEqual } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BENCH_NOW, type Dataset } from '../dataset/company.js';
import { type Bench, type Subject, withSubjects } from '../support/bench.js';
import { withCopy } from '../support/copy.js';
import { levelsOf, OTHERS, publish, RULES, refresh } from '../support/levels.js';
import { median } from '../support/measure.js';
import { ratioGoal, type Section } from '../support/report.js';

const BARE = readFileSync(join(import.meta.dirname, '../subjects/plain/levels.sql'), 'utf8');

/** Seconds, and how many customers were written. */
interface Run {
  seconds: number;
  written: number;
}

/** R: everybody's levels by other thresholds, through the API and by one bare statement in turn; then the refresh of the following days. */
export async function run(bench: Bench): Promise<Section[]> {
  const dataset = await bench.dataset();
  return withCopy(bench, dataset, (copy) =>
    withSubjects(bench, copy, ['liuke'], async ({ liuke }) => {
      const { bare, api, previews } = await inTurn(bench, copy, liuke);
      const days: Run[] = [];
      let token = liuke.ready.secrets!.admin!;
      for (let day = 0; day < bench.options.rounds; day++) {
        bench.say(`refresh of day ${day + 1}`);
        token = await liuke.ask<string>({ command: 'nextDay' });
        days.push(await quietly(bench, copy, () => refresh(liuke, token)));
      }
      return [section(dataset, { bare, api, previews, days })];
    }),
  );
}

/** There and back again as often as there are rounds: each way once bare and once through the API. */
async function inTurn(bench: Bench, database: string, liuke: Subject) {
  const api: Run[] = [];
  const bare: Run[] = [];
  const previews: number[] = [];
  const first = await levelsOf(bench, database);
  const token = liuke.ready.secrets!.admin!;
  let there: unknown;
  for (let round = 0; round < bench.options.rounds; round++) {
    for (const rules of [OTHERS, RULES]) {
      const byApi = (round % 2 === 0) === (rules === OTHERS);
      bench.say(`round ${round + 1}, ${byApi ? 'API' : 'bare statement'}`);
      if (byApi) {
        const { prepare, carryOut } = publish(liuke, token, rules);
        previews.push((await quietly(bench, database, async () => ({ written: await prepare() }))).seconds);
        const before = await historyOf(bench, database);
        const { seconds } = await quietly(bench, database, async () => ({ written: await carryOut() }));
        api.push({ seconds, written: (await historyOf(bench, database)) - before });
      } else {
        const before = await historyOf(bench, database);
        const { seconds } = await quietly(bench, database, async () => {
          const [row] = await bench.cluster.rows<{ written: number }>(database, BARE, [
            JSON.stringify(rules),
            BENCH_NOW,
          ]);
          return row!;
        });
        bare.push({ seconds, written: (await historyOf(bench, database)) - before });
      }
      const now = await levelsOf(bench, database);
      there ??= now;
      deepStrictEqual(now, rules === OTHERS ? there : first);
    }
  }
  return { api, bare, previews };
}

async function historyOf(bench: Bench, database: string): Promise<number> {
  const [row] = await bench.cluster.rows<{ n: number }>(database, 'select count(*)::int as n from level_change');
  return row!.n;
}

/** Times work on tables that nothing has to be swept from. */
async function quietly(bench: Bench, database: string, work: () => Promise<{ written: number }>): Promise<Run> {
  await bench.cluster.run(database, ['vacuum customer_stats', 'checkpoint']);
  const started = performance.now();
  const { written } = await work();
  return { seconds: (performance.now() - started) / 1000, written };
}

interface Runs {
  bare: Run[];
  api: Run[];
  previews: number[];
  days: Run[];
}

function section({ customers }: Dataset, { bare, api, previews, days }: Runs): Section {
  const secondsOf = (runs: Run[]) => median(runs.map(({ seconds }) => seconds));
  const [ofBare, ofApi, ofDays] = [secondsOf(bare), secondsOf(api), secondsOf(days)];
  const touched = median(days.map(({ written }) => written));
  const row = (name: string, seconds: number, changed: string) => [
    name,
    seconds.toFixed(2),
    changed,
    (seconds / ofBare).toFixed(2),
  ];
  const count = (runs: Run[]) => median(runs.map(({ written }) => written)).toLocaleString('en');
  return {
    title: `R · levels of ${customers.toLocaleString('en')} customers by other thresholds, and the daily refresh`,
    notes: [
      'There and back again, each way once by one bare statement and once through the API; both leave the same levels. Bare: cut-offs, levels, the days on which they are next due, and history.',
      `The refresh of a day, cut-offs included, wrote ${((touched / customers) * 100).toFixed(2)} % of the customers.`,
    ],
    columns: ['', 'seconds', 'customers changed', 'to the bare statement'],
    rows: [
      row('bare statement', ofBare, count(bare)),
      row('levelPublish until done', ofApi, count(api)),
      row('its preview before', median(previews), ''),
      row('refresh of the next day', ofDays, count(days)),
    ],
    goals: [
      ratioGoal('everybody anew, API to the bare statement', ofApi / ofBare, { most: 1.3 }),
      ratioGoal("a day's refresh to everybody anew", ofDays / ofApi, { most: 0.05 }),
      ratioGoal('the same, for each 1 % of customers written', ofDays / ofApi / ((100 * touched) / customers), {
        most: 0.05,
      }),
    ],
  };
}
