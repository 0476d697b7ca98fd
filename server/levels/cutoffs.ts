import { CutoffSchedule, LevelCause } from '../../schema/levels/enums.js';
import type { App } from '../app.js';
import { companyDay, type LocalDate, startOfMonth, startOfWeek } from '../calendar/days.js';
import type { Transaction } from '../database/transaction.js';
import { cutoffsSql } from './decision.js';
import { relevel } from './relevel.js';
import { lockRules } from './rules.js';

/** The job that computes the cut-offs anew at once. */
export const CUTOFFS_JOB = 'levels.cutoffs';

const BATCH = 2_000;

/** The least spend of bands 1 to 3 that shares (percent) give over everybody who bought (S3); null when nobody did. */
export async function computeCutoffs(from: { rows: App['db']['rows'] }, shares: number[]): Promise<number[] | null> {
  const [row] = await from.rows<{ cutoffs: number[] | null }>(
    `select ${cutoffsSql('$1::float8[]', 'spend')}::float8[] as cutoffs from customer_stats where order_count > 0`,
    [shares],
  );
  return row!.cutoffs;
}

/**
 * Computes the cut-offs of spend anew and moves those customers whose spend lies between an old and a new one. They are in
 * force with the commit; the moving is resumed by the next run if it is cut short. Says how many it wrote.
 */
export async function refreshCutoffs(app: App): Promise<number> {
  let touched = await finishCutoffs(app);
  while (!(await switchCutoffs(app))) {
    touched += await finishCutoffs(app);
  }
  return touched + (await finishCutoffs(app));
}

/** Computes them if the schedule of the rules in force asks for it today, or if there are none yet; else only goes on with what was cut short. */
export async function scheduledCutoffs(app: App): Promise<number> {
  const { timeZone } = await app.company.settings();
  const [rule] = await app.db.rows<{ every: CutoffSchedule; at: Date | null }>(
    'select cutoff_every as every, cutoffs_at as at from level_rule',
  );
  const today = companyDay(app.clock.now(), timeZone);
  const due = !rule!.at || companyDay(rule!.at, timeZone) < BEGINNING[rule!.every](today);
  return due ? refreshCutoffs(app) : finishCutoffs(app);
}

const BEGINNING: Record<CutoffSchedule, (day: LocalDate) => LocalDate> = {
  DAILY: (day) => day,
  WEEKLY: startOfWeek,
  MONTHLY: startOfMonth,
};

/** Puts freshly computed cut-offs in force; false while customers are still being moved from others. */
async function switchCutoffs(app: App): Promise<boolean> {
  return app.db.transaction(async (tx) => {
    const [{ shares }] = (await tx.rows<{ shares: number[] }>('select monetary_shares as shares from level_rule')) as [
      { shares: number[] },
    ];
    const cutoffs = await computeCutoffs(tx, shares);
    await lockRules(tx);
    const switched = await tx.run(
      `update level_rule
          set cutoffs_before = case when cutoffs is distinct from $1::bigint[] then coalesce(cutoffs, '{}') end,
              cutoffs = $1::bigint[], cutoffs_at = case when $1::bigint[] is null then null else $2::timestamptz end
        where cutoffs_before is null and monetary_shares = $3::float8[]`,
      [cutoffs, app.clock.now(), shares],
    );
    tx.afterCommit(() => app.configuration.forget('level_rule'));
    return switched > 0;
  });
}

/** Moves those whose band lies between the cut-offs before and those in force, and says how many it wrote. */
async function finishCutoffs(app: App): Promise<number> {
  const [rule] = await app.db.rows<{ before: number[] | null; cutoffs: number[] | null; at: Date | null }>(
    'select cutoffs_before::float8[] as before, cutoffs::float8[] as cutoffs, cutoffs_at as at from level_rule',
  );
  if (!rule?.before) {
    return 0;
  }
  let touched = 0;
  for (const range of between(rule.before, rule.cutoffs ?? [])) {
    touched += await sweepRange(app, range);
  }
  await app.db.rows(
    'update level_rule set cutoffs_before = null where cutoffs_at is not distinct from $1 and cutoffs_before is not null',
    [rule.at],
  );
  return touched;
}

/** Spends from the first up to, but without, the second. */
type Range = [number, number];

/** The ranges of spend in which a band changes; everything when there were no cut-offs, or are none. */
export function between(before: number[], after: number[]): Range[] {
  if (before.length === 0 || after.length === 0) {
    return [[0, Number.MAX_SAFE_INTEGER]];
  }
  return before
    .map((cut, i): Range => [Math.min(cut, after[i]!), Math.max(cut, after[i]!)])
    .filter(([from, to]) => from < to);
}

async function sweepRange(app: App, [from, to]: Range): Promise<number> {
  let touched = 0;
  let last: { id: string; spend: number } = { id: '00000000-0000-0000-0000-000000000000', spend: from };
  for (;;) {
    const next = await app.db.rows<{ id: string; spend: number }>(
      `select customer_id as id, spend from customer_stats
        where (spend, customer_id) > ($1::bigint, $2::uuid) and spend < $3 and order_count > 0
        order by spend, customer_id limit ${BATCH}`,
      [last.spend, last.id, to],
    );
    if (next.length === 0) {
      return touched;
    }
    touched += await app.db.transaction((tx: Transaction) =>
      relevel(app, tx, { ids: next.map(({ id }) => id) }, LevelCause.CUTOFFS),
    );
    last = next.at(-1)!;
  }
}
