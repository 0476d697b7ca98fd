import { QualificationMeasure, QualificationWindow, TierMoveCause } from '../../schema/tiers/enums.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { Params } from '../database/params.js';
import type { Transaction } from '../database/transaction.js';
import type { ProgramContent } from './content.js';
import { type Decided, writeTiers } from './decided.js';
import { decisionSql, type Occasion } from './decision.js';
import { thresholdsOf } from './entitlement.js';
import { recordMoves } from './moves.js';
import { rulesInForce, rulesOfContent, type TierRules } from './rules.js';
import { windowOf } from './window.js';

/** Why customers are looked at again, and what their history shall say about it. */
export interface EvaluationContext {
  cause: TierMoveCause;
  /** Said in the history besides the figures: what staff gave as the reason. */
  reason?: string;
  /** The order that caused it, by customer. */
  orderId?: Map<string, string> | undefined;
  /** Whether the caller holds the locks on the customers' rows already. */
  locked?: boolean;
  caller?: Caller;
}

const OCCASIONS: Record<TierMoveCause, Occasion> = {
  ORDER: 'RISE',
  POINTS: 'RISE',
  GRANT: 'RISE',
  GRANT_END: 'RISE',
  REFUND: 'CLAW',
  MERGE: 'CLAW',
  PUBLISH: 'RULES',
  ROLLBACK: 'RULES',
  PERIOD_END: 'PERIOD',
};

/**
 * Gives these customers the tiers that the programme in force gives them (V1), with history and notifications (V5).
 * Their rows are locked in the order of their ids; a second evaluation of the same facts changes nothing.
 */
export async function evaluate(
  app: App,
  tx: Transaction,
  customerIds: string[],
  context: EvaluationContext,
): Promise<void> {
  if (customerIds.length === 0) {
    return;
  }
  const { timeZone, currency } = await app.company.settings();
  const now = app.clock.now();
  const known = rulesInForce(await app.program.published());
  if (!context.locked) {
    await lockStats(tx, customerIds);
  }
  const perhaps =
    context.cause === TierMoveCause.ORDER ? await sift(tx, customerIds, known, now, timeZone) : customerIds;
  const rules = await rulesNow(tx, known);
  const candidates = rules === known ? perhaps : customerIds;
  if (candidates.length === 0) {
    return;
  }
  const occasion = OCCASIONS[context.cause];
  const params = new Params();
  const subjects = `s.customer_id = any(${params.add(candidates, 'uuid[]')})`;
  const decision = decisionSql({ rules, occasion, scope: 'subjects', now, timeZone }, subjects, params.add);
  const decided = await tx.rows<Decided>(
    `with ${decision}
     select customer_id as "customerId", from_id as "fromId", from_rank as "fromRank", to_id as "toId", to_rank as "toRank",
            new_cause as "newCause", n_starts as "newStarts", new_expires as "newExpires", new_grace as "newGrace",
            new_earned_id as "newEarnedId", n_by as "newBy", n_kept as "newKept", n_expires as "earnedExpires",
            n_grace as "earnedGrace", amount
       from decided where changed order by customer_id`,
    params.values,
  );
  if (decided.length === 0) {
    return;
  }
  await writeTiers(tx, decided, now);
  await recordMoves(app, tx, rules, currency, decided, context);
}

/** Locks the figures of customers in the order of their ids, as everything does that locks several; gives the ids back. */
export async function lockStats(tx: Transaction, customerIds: string[]): Promise<string[]> {
  await tx.run(
    `select count(*) from (
       select from customer_stats where customer_id = any($1::uuid[]) order by customer_id for update) as locked`,
    [customerIds],
  );
  return customerIds;
}

/**
 * The rules that hold now. Read after the rows were locked: had another server switched programmes since this one
 * filled its memory, the sweep over all customers might already have passed these rows and would not correct them.
 */
async function rulesNow(tx: Transaction, known: TierRules): Promise<TierRules> {
  const inForce = `from program_version where status in ('PUBLISHED', 'PUBLISHING') order by status = 'PUBLISHING' desc limit 1`;
  const current = await tx.row<{ id: string }>(`select id ${inForce}`);
  if (current?.id === known.versionId) {
    return known;
  }
  const fresh = await tx.row<{ id: string; number: number; content: ProgramContent }>(
    `select id, number, content ${inForce}`,
  );
  if (!fresh) {
    throw new Error('no programme is in force: the database was not set up');
  }
  return rulesOfContent(fresh);
}

/**
 * Keeps back the many whom an order surely does not lift: no window holds more than all spend (a
 * past year no more than all spend but this year's), and a tier is renewed by what the present window reached.
 * Of points there are no such figures, so there everybody is looked at.
 */
async function sift(
  tx: Transaction,
  customerIds: string[],
  rules: TierRules,
  now: Date,
  timeZone: string,
): Promise<string[]> {
  const { measure, window } = rules.settings;
  if (measure !== QualificationMeasure.SPEND) {
    return customerIds;
  }
  const params = new Params();
  const ids = params.add(
    rules.tiers.map(({ id }) => id),
    'uuid[]',
  );
  const thresholds = params.add(thresholdsOf(rules), 'bigint[]');
  const thisYear = () =>
    `s.period_start is not distinct from ${params.add(windowOf(rules.settings, now, timeZone).start, 'date')}`;
  // In a rolling window a late order may also lengthen what an earlier day reached, so all spend counts as possible.
  const [most, renewing] =
    window === QualificationWindow.CALENDAR_YEAR
      ? [
          `case when ${thisYear()} then greatest(s.period_spend, s.spend - s.period_spend) else s.spend end`,
          `case when ${thisYear()} then s.period_spend else s.spend end`,
        ]
      : ['s.spend', 's.spend'];
  const rows = await tx.rows<{ id: string }>(
    `select customer_id as id
       from (select s.*, coalesce(array_position(${ids}, s.earned_tier_id), 0) as held from customer_stats s
              where s.customer_id = any(${params.add(customerIds, 'uuid[]')})) as s
      where width_bucket(${most}, ${thresholds}) > held
         or (held = 0 and earned_tier_id is not null)
         or (held > 0 and tier_period_start is distinct from s.period_start and width_bucket(${renewing}, ${thresholds}) >= held)
         or (held > 0 and (earned_kept or earned_grace_until is not null) and width_bucket(${most}, ${thresholds}) >= held)`,
    params.values,
  );
  return rows.map(({ id }) => id);
}
