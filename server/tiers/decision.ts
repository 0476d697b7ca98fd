import { DowngradePolicy, QualificationMeasure, QualificationWindow } from '../../schema/tiers/enums.js';
import { addMonths, companyDay, startOfDay } from '../calendar/days.js';
import { entitlementSql, type Param, type Scope, thresholdsOf } from './entitlement.js';
import type { TierRules } from './rules.js';

/**
 * What gives occasion to look at customers again, and so what may happen to what they hold:
 * - `RISE` (orders, points, grants): tiers rise and are renewed, never lost;
 * - `CLAW` (refunds, merges): what no window in force reaches any more is lost at once;
 * - `RULES` (publishing, rollback): as CLAW under the new rules, but grace and what the policy left are kept, and under
 *   the policy NEVER nothing is lost but retired tiers;
 * - `PERIOD` (the passing of days): what is due is renewed, gets its grace, or falls by the policy.
 */
export type Occasion = 'RISE' | 'CLAW' | 'RULES' | 'PERIOD';

export interface Question {
  rules: TierRules;
  occasion: Occasion;
  scope: Scope;
  now: Date;
  timeZone: string;
}

/**
 * The CTEs `subject … decided` that say, for each customer, what is held now and what is to be held: the only place
 * that decides about tiers, read by evaluations and by the impact of a draft alike (V1, V6).
 * `subjects` is the condition on `customer_stats s` that picks the customers.
 *
 * Columns of `decided`: customer_id; from_id, from_rank (in the new order of tiers); to_id, to_rank; new_*: the
 * columns of customer_stats to be; amount: what the entitlement rests on; changed: whether anything differs.
 */
export function decisionSql(question: Question, subjects: string, param: Param): string {
  const { rules, occasion, scope, now, timeZone } = question;
  const { settings } = rules;
  const ids = param(
    rules.tiers.map(({ id }) => id),
    'uuid[]',
  );
  const thresholds = param(thresholdsOf(rules), 'bigint[]');
  const at = param(now, 'timestamptz');
  const zone = param(timeZone, 'text');
  const measure = param(settings.measure, 'text');
  const worth = settings.measure === QualificationMeasure.SPEND ? 't.spend_threshold' : 't.points_threshold';
  const never = settings.downgrade === DowngradePolicy.NEVER;
  const graceEnd = `((earned_expires_at at time zone ${zone}) + ${param(`${settings.graceDays} days`, 'interval')}) at time zone ${zone}`;
  const nextLook = param(nextPeriodEnd(question), 'timestamptz');
  // For a few subjects, planning what all the CASEs make when they are put into one another takes longer than the
  // answer; over everybody an expression that nobody reads must fall away, and planning is nothing.
  const apart = scope === 'subjects' ? 'offset 0' : '';
  return `
  subject as ${scope === 'subjects' ? 'materialized' : 'not materialized'} (
    select s.customer_id, s.tier_id, s.tier_cause, s.tier_period_start, s.tier_expires_at,
           s.tier_grace_until, s.earned_tier_id, s.earned_by, s.earned_kept, s.earned_expires_at, s.earned_grace_until,
           ${scope === 'subjects' ? `${INACTIVE} as inactive` : 'false as inactive'}
      from customer_stats s where ${subjects}${scope === 'subjects' ? '' : ` and not ${INACTIVE}`}
  ),
  entitled as (${entitlementSql(rules, scope, now, timeZone, param)}
  ),
  granted as (
    select distinct on (g.customer_id) g.customer_id, array_position(${ids}, g.tier_id) as rank, g.ends_at
      from tier_grant g ${scope === 'subjects' ? 'join subject on subject.customer_id = g.customer_id' : ''}
     where g.revoked_at is null and g.ended_at is null and g.starts_at <= ${at}
       and (g.ends_at is null or g.ends_at > ${at}) and g.tier_id = any(${ids})
     order by g.customer_id, rank desc, g.ends_at desc nulls first
  ),
  held as (
    select s.*, coalesce(array_position(${ids}, s.earned_tier_id), 0) as h,
           case when s.inactive then 0 else coalesce(e.rank, width_bucket(0::bigint, ${thresholds})) end as e,
           e.starts, e.expires, coalesce(e.amount, 0) as amount,
           case when s.inactive then 0 else coalesce(g.rank, 0) end as g, g.ends_at as g_ends,
           coalesce(array_position(${ids}, s.tier_id), width_bucket(${worth}, ${thresholds}), 0) as from_rank,
           s.earned_grace_until is null and s.earned_expires_at is not null and s.earned_expires_at <= ${at} as due,
           s.earned_kept or s.earned_grace_until is not null
             or coalesce(s.earned_expires_at <= ${at}, false) as mercy
      from subject s
      left join entitled e on e.customer_id = s.customer_id
      left join granted g on g.customer_id = s.customer_id
      left join tier t on t.id = s.tier_id
  ),
  judged as (
    select held.*, case
        when inactive then 'NONE'
        when e > h or h = 0 then 'EARNED'
        when e = h then case
          when mercy or ${occasion === 'RISE' || occasion === 'PERIOD' ? `coalesce(expires, 'infinity') > coalesce(earned_expires_at, 'infinity')` : 'true'}
          then 'EARNED' else 'SAME' end
        ${whenLess(occasion, never, settings, { at, graceEnd })}
        else 'SAME' end as verdict
      from held ${apart}
  ),
  earning as (
    select judged.*,
           case verdict when 'EARNED' then e when 'NONE' then 0 when 'STEP' then h - 1 else h end as n,
           case when verdict = 'SAME' or verdict = 'KEPT' or verdict = 'GRACE' or verdict = 'STEP' then tier_period_start
                when e > 0 then starts end as n_starts,
           case verdict when 'EARNED' then case when e > 0 then expires end
                        when 'STEP' then ${nextLook} when 'SAME' then earned_expires_at
                        when 'GRACE' then earned_expires_at end as n_expires,
           case verdict when 'SAME' then earned_grace_until when 'GRACE' then ${graceEnd} end as n_grace,
           case verdict when 'SAME' then earned_kept when 'KEPT' then true when 'STEP' then true
                        when 'GRACE' then earned_kept else false end as n_kept,
           case when verdict = 'EARNED' then case when e > 0 then ${measure} end
                when verdict <> 'NONE' then earned_by end as n_by
      from judged ${apart}
  ),
  decided as (
    select w.*, (${ids})[to_rank] as to_id, tier_id as from_id,
           (tier_id, tier_cause, tier_period_start, tier_expires_at, tier_grace_until, earned_tier_id, earned_by, earned_kept,
            earned_expires_at, earned_grace_until)
           is distinct from
           ((${ids})[to_rank], new_cause, n_starts, new_expires, new_grace, (${ids})[n], n_by, n_kept, n_expires, n_grace)
             as changed, (${ids})[n] as new_earned_id
      from (select earning.*, greatest(n, g) as to_rank,
                   case when by_grant then 'GRANT' else n_by end as new_cause,
                   case when by_grant then g_ends else n_expires end as new_expires,
                   case when by_grant then null else n_grace end as new_grace
              from (select earning.*, g > n or (g > 0 and g = n and coalesce(g_ends, 'infinity')
                             > coalesce(n_grace, n_expires, 'infinity')) as by_grant from earning) as earning ${apart}) as w
  )`;
}

const INACTIVE = `exists (select from customer c where c.id = s.customer_id and c.status <> 'ACTIVE')`;

/** What happens where orders entitle to less than what is held. */
function whenLess(
  occasion: Occasion,
  never: boolean,
  settings: TierRules['settings'],
  { at, graceEnd }: { at: string; graceEnd: string },
): string {
  switch (occasion) {
    case 'RISE':
      return '';
    case 'CLAW':
      return `when not mercy then 'EARNED'`;
    case 'RULES':
      return never
        ? `when not mercy then 'KEPT'`
        : `when not mercy or (earned_kept and earned_expires_at is null) then 'EARNED'`;
    case 'PERIOD': {
      if (never) {
        return `when due or earned_grace_until <= ${at} then 'KEPT'`;
      }
      const fall =
        settings.downgrade === DowngradePolicy.ONE_LEVEL
          ? `case when h - 1 > e then 'STEP' else 'EARNED' end`
          : `'EARNED'`;
      return `when due and ${graceEnd} > ${at} then 'GRACE'
        when due or earned_grace_until <= ${at} then ${fall}`;
    }
  }
}

/** When a tier that the policy leaves is looked at again: at the end of the year, or after the months of the window. */
function nextPeriodEnd({ rules, now, timeZone }: Question): Date | null {
  const today = companyDay(now, timeZone);
  switch (rules.settings.window) {
    case QualificationWindow.LIFETIME:
      return null;
    case QualificationWindow.CALENDAR_YEAR:
      return startOfDay(`${Number(today.slice(0, 4)) + 1}-01-01`, timeZone);
    case QualificationWindow.ROLLING_MONTHS:
      return startOfDay(addMonths(today, rules.settings.windowMonths), timeZone);
  }
}
