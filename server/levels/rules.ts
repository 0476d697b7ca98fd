import { CutoffSchedule } from '../../schema/levels/enums.js';
import type { LevelRules } from '../../schema/levels/rules.js';
import type { App } from '../app.js';
import type { Transaction } from '../database/transaction.js';

/** The advisory lock between statements that read the rules in force and the few that change them. */
const LOCK = 72_818;

/** The thresholds of S1 to S5 as a company begins with them. */
export const DEFAULT_RULES: LevelRules = {
  recencyDays: [30, 90, 180],
  frequency: [
    { times: 2, days: 30 },
    { times: 1, days: 91 },
    { times: 1, days: 365 },
  ],
  monetaryShares: [20, 50, 80],
  newDays: 30,
  activeDays: 90,
  dormantDays: 180,
  often: { logins: 4, days: 28 },
  highValue: { recency: 1, frequency: 1, monetary: 1 },
  midValue: { recency: 2, frequency: 2, monetary: 2 },
  cutoffEvery: CutoffSchedule.DAILY,
};

/** What is in force: the rules of a version, and the cut-offs of spend as computed last. */
export interface RulesInForce {
  versionId: string;
  /** Least spend of bands 1 to 3, in minor units; null before anybody bought. */
  cutoffs: number[] | null;
  cutoffsAt: Date | null;
}

/**
 * Keeps the rules in force as they are until the transaction ends; before the statement that reads them. Whoever changes
 * them waits for those who read the old ones, so that a sweep afterwards finds all that was decided by them.
 */
export async function holdRules(tx: Transaction): Promise<void> {
  await tx.run('select pg_advisory_xact_lock_shared($1)', [LOCK]);
}

/** Waits until nobody decides by the rules in force any more; as late as possible, and with no customer locked. */
export async function lockRules(tx: Transaction): Promise<void> {
  await tx.run('select pg_advisory_xact_lock($1)', [LOCK]);
}

/** Each column of level_rule that rules fill, from the jsonb document `d`. */
const FROM_DOCUMENT = {
  recency_days: `array(select n::int from jsonb_array_elements_text(d -> 'recencyDays') with ordinality as x (n, i) order by i)`,
  frequency_times: `array(select (f ->> 'times')::int from jsonb_array_elements(d -> 'frequency') with ordinality as x (f, i) order by i)`,
  frequency_days: `array(select (f ->> 'days')::int from jsonb_array_elements(d -> 'frequency') with ordinality as x (f, i) order by i)`,
  monetary_shares: `array(select n::float8 from jsonb_array_elements_text(d -> 'monetaryShares') with ordinality as x (n, i) order by i)`,
  new_days: `(d ->> 'newDays')::int`,
  active_days: `(d ->> 'activeDays')::int`,
  dormant_days: `(d ->> 'dormantDays')::int`,
  often_logins: `(d -> 'often' ->> 'logins')::int`,
  often_days: `(d -> 'often' ->> 'days')::int`,
  high_value: bands(`d -> 'highValue'`),
  mid_value: bands(`d -> 'midValue'`),
  cutoff_every: `d ->> 'cutoffEvery'`,
};

function bands(rule: string): string {
  return `array[(${rule} ->> 'recency')::int, (${rule} ->> 'frequency')::int, (${rule} ->> 'monetary')::int]`;
}

/** Rules as a relation like level_rule: `document` is a jsonb parameter, `cutoffs` SQL. */
export function ruleRelation(document: string, cutoffs: string): string {
  const columns = Object.entries(FROM_DOCUMENT).map(([column, sql]) => `${sql} as ${column}`);
  return `select ${columns.join(', ')}, ${cutoffs} as cutoffs from (select ${document}::jsonb as d) as document`;
}

/** Reads what is in force; not over the pool, since transactions ask too. */
export async function loadInForce(app: App): Promise<RulesInForce> {
  const [row] = await app.db.hot.rows<RulesInForce>(
    'level rules',
    'select version_id as "versionId", cutoffs::float8[] as cutoffs, cutoffs_at as "cutoffsAt" from level_rule',
    [],
  );
  if (!row) {
    throw new Error('level_rule is empty: the database was not set up');
  }
  return row;
}

/** Makes rules and cut-offs those in force; the only row of level_rule is made by the first. */
export async function putInForce(
  tx: Transaction,
  versionId: string,
  rules: LevelRules,
  cutoffs: number[] | null,
  now: Date,
): Promise<void> {
  const columns = Object.keys(FROM_DOCUMENT).join(', ');
  await tx.run('delete from level_rule');
  await tx.run(
    `insert into level_rule (version_id, cutoffs_at, cutoffs, ${columns})
     select $1, $4::timestamptz, cutoffs, ${columns} from (${ruleRelation('$2', '$3::bigint[]')}) as r`,
    [versionId, JSON.stringify(rules), cutoffs, cutoffs && now],
  );
}
