import type { App } from '../../app.js';
import { Params } from '../../database/params.js';
import { compile } from './compile.js';
import type { Prepared } from './prepare.js';

/** How many customers are looked at, about: enough for a share of a tenth to be right to a few percent of itself. */
const PICKED = 20_000;
/** Below so many hits the sample says no more than "few", and the planner's guess is the better one. */
const ENOUGH = 20;
/** How long an estimate may take, in milliseconds. */
const PATIENCE = 5000;

/**
 * How many customers rules find, about: the share among some picked by chance, or, where those tell too little or a
 * past day is asked for, what PostgreSQL's planner expects, but never more than the sample allows.
 */
export async function estimate(app: App, prepared: Prepared, signal: AbortSignal | undefined): Promise<number> {
  const [size] = await app.db.slow.rows<{ rows: number }>(
    `select greatest(reltuples, 1)::float8 as rows from pg_class where oid = 'customer_stats'::regclass`,
  );
  const everybody = size!.rows;
  const sample = prepared.facts.asOf === null ? await picked(app, prepared, everybody, signal) : null;
  if (sample && sample.hits >= ENOUGH) {
    return Math.round((sample.hits / sample.seen) * everybody);
  }
  // With three more hits than there were, chance would hardly have shown so few.
  const most = sample
    ? ((sample.hits + 3 + 2 * Math.sqrt(sample.hits)) / Math.max(1, sample.seen)) * everybody
    : everybody;
  return Math.round(Math.min(most, await planned(app, prepared, signal)));
}

async function picked(app: App, { rules, facts }: Prepared, everybody: number, signal: AbortSignal | undefined) {
  const params = new Params();
  const share = params.add(Math.min(100, (PICKED / everybody) * 100), 'float4');
  const { from, where } = compile(rules, facts, { params, focus: 'picked', figures: true });
  try {
    const [row] = await app.db.slow.rows<{ seen: number; hits: number }>(
      `with picked as materialized (select customer_id from customer_stats tablesample system (${share}) repeatable (1))
       select (select count(*) from picked) as seen, (select count(*) from ${from} where ${where}) as hits`,
      params.values,
      { signal, timeout: PATIENCE },
    );
    return row!;
  } catch (error) {
    if (signal?.aborted) {
      throw error;
    }
    return null;
  }
}

/** What the planner expects, without running anything. */
async function planned(app: App, { rules, facts }: Prepared, signal: AbortSignal | undefined): Promise<number> {
  const params = new Params();
  const { from, where } = compile(rules, facts, { params });
  const [row] = await app.db.slow.rows<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>(
    `explain (format json) select from ${from} where ${where}`,
    params.values,
    { signal },
  );
  return row!['QUERY PLAN'][0].Plan['Plan Rows'];
}
