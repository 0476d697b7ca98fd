import { deepStrictEqual } from 'node:assert';
import type { Dataset } from '../dataset/company.js';
import { type Bench, type Subject, withSubjects } from '../support/bench.js';
import { median } from '../support/measure.js';
import { ask } from '../support/once.js';
import { ratioGoal, type Section } from '../support/report.js';

const DRAFT = `mutation { programDraftCreate { programVersion {
  id version tiers { code name { zh en } color spendThreshold pointsThreshold } } userErrors { field message } } }`;
const UPDATE = `mutation Update($input: ProgramDraftUpdateInput!) { programDraftUpdate(input: $input) {
  programVersion { id version } userErrors { field message } } }`;
const IMPACT = `mutation Impact($input: ProgramImpactInput!) { programImpact(input: $input) {
  impact { total pairs { count from { code } to { code } } } userErrors { field message } } }`;
const DISCARD = `mutation Discard($input: ProgramDraftDiscardInput!) { programDraftDiscard(input: $input) {
  userErrors { field message } } }`;

/**
 * The same answer in plain SQL: each customer's spend of this year and last year against the new thresholds ($1), with
 * what is held now.
 */
const BARE = `
select coalesce(held.code, 'none') as from_code, (array['none', 'silver', 'gold', 'diamond'])[1 + p.new_rank] as to_code,
       p.count::int, p.sample
  from (
    select s.tier_id, ranks.new_rank, count(*) as count,
           (array_agg(s.customer_id) filter (where ranks.new_rank <> coalesce(t.rank, 0)))[1:5] as sample
      from customer_stats s
      left join tier t on t.id = s.tier_id
      left join (
        select customer_id, coalesce(sum(base_net) filter (where placed_at >= '2026-01-01 Asia/Shanghai'), 0)::bigint as this_year,
               coalesce(sum(base_net) filter (where placed_at < '2026-01-01 Asia/Shanghai'), 0)::bigint as last_year
          from orders
         where customer_id is not null and placed_at >= '2025-01-01 Asia/Shanghai' and placed_at < '2027-01-01 Asia/Shanghai'
         group by customer_id
      ) o on o.customer_id = s.customer_id
      cross join lateral (
        select width_bucket(greatest(coalesce(this_year, 0), coalesce(last_year, 0)), $1::bigint[]) as new_rank
      ) ranks
     where not exists (select from customer c where c.id = s.customer_id and c.status <> 'ACTIVE')
     group by s.tier_id, ranks.new_rank
  ) p
  left join tier held on held.id = p.tier_id`;

interface TierDraft {
  code: string;
  spendThreshold: string;
}

interface DraftAnswer {
  programDraftCreate: { programVersion: { id: string; version: number; tiers: TierDraft[] } };
}

interface ImpactAnswer {
  programImpact: {
    impact: { total: number; pairs: { count: number; from: { code: string } | null; to: { code: string } | null }[] };
  };
}

/** M: what raising every threshold by a fifth would do to everybody, through the API and in plain SQL. */
export async function run(bench: Bench): Promise<Section[]> {
  const dataset = await bench.dataset();
  return withSubjects(bench, dataset.database, ['liuke'], async ({ liuke }) => {
    const { api, bare } = await sideBySide(bench, dataset, liuke);
    const seconds = (values: number[]) => median(values).toFixed(2);
    return [
      {
        title: `M · impact preview over ${dataset.customers.toLocaleString('en')} customers`,
        notes: ['Every threshold raised by a fifth; the same numbers per pair of tiers from both.'],
        columns: ['', 'seconds', 'to bare SQL'],
        rows: [
          ['bare SQL', seconds(bare), '1.00'],
          ['programImpact', seconds(api), (median(api) / median(bare)).toFixed(2)],
        ],
        goals: [ratioGoal('time of the preview to bare SQL', median(api) / median(bare), { most: 1.5 })],
      },
    ];
  });
}

async function sideBySide(bench: Bench, { database }: Dataset, liuke: Subject) {
  const headers = { authorization: `Bearer ${liuke.ready.secrets!.admin}` };
  // There can be one draft only, and a run that was cut off leaves its own.
  await bench.cluster.run(database, [`delete from program_version where status = 'DRAFT'`]);
  const { data } = await ask<DraftAnswer>(liuke, { query: DRAFT }, headers);
  const { id, version, tiers } = data.programDraftCreate.programVersion;
  const raised = tiers.map((tier) => ({ ...tier, spendThreshold: (Number(tier.spendThreshold) * 1.2).toFixed(2) }));
  const updated = await ask<{ programDraftUpdate: { programVersion: { version: number } } }>(
    liuke,
    { query: UPDATE, variables: { input: { id, version, tiers: raised } } },
    headers,
  );
  const input = { id, version: updated.data.programDraftUpdate.programVersion.version };
  try {
    const api: number[] = [];
    const bare: number[] = [];
    const thresholds = raised.map(({ spendThreshold }) => Math.round(Number(spendThreshold) * 100));
    for (let round = -1; round < bench.options.rounds; round++) {
      const first = await timed(() => bench.cluster.rows<BareRow>(database, BARE, [thresholds]));
      const second = await timed(() => ask<ImpactAnswer>(liuke, { query: IMPACT, variables: { input } }, headers));
      deepStrictEqual(pairsOf(second.result.data), barePairs(first.result));
      if (round >= 0) {
        bare.push(first.seconds);
        api.push(second.seconds);
      }
    }
    return { api, bare };
  } finally {
    await ask(liuke, { query: DISCARD, variables: { input: { id } } }, headers);
  }
}

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const started = performance.now();
  const result = await work();
  return { result, seconds: (performance.now() - started) / 1000 };
}

interface BareRow {
  from_code: string;
  to_code: string;
  count: number;
}

const pairsOf = ({ programImpact }: ImpactAnswer) =>
  programImpact.impact.pairs
    .map(({ from, to, count }) => `${from?.code ?? 'none'}→${to?.code ?? 'none'} ${count}`)
    .sort();

const barePairs = (rows: BareRow[]) =>
  rows.map(({ from_code: from, to_code: to, count }) => `${from}→${to} ${count}`).sort();
