import { QualificationMeasure, TierMoveCause } from '../../schema/tiers/enums.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { Params } from '../database/params.js';
import type { Transaction } from '../database/transaction.js';
import type { ProgramContent } from './content.js';
import { type Decided, writeTiers } from './decided.js';
import { decisionSql, type Occasion } from './decision.js';
import { type Param, thresholdsOf } from './entitlement.js';
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
  await lockStats(tx, customerIds);
  const rules = await rulesNow(app, tx);
  const { timeZone, currency } = await app.company.settings();
  const now = app.clock.now();
  const occasion = OCCASIONS[context.cause];
  const params = new Params();
  const subjects = `s.customer_id = any(${params.add(customerIds, 'uuid[]')})${
    context.cause === TierMoveCause.ORDER ? ` and ${mayRise(rules, now, timeZone, params.add)}` : ''
  }`;
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

/** Locks the figures of customers in the order of their ids, as everything does that locks several. */
export async function lockStats(tx: Transaction, customerIds: string[]): Promise<void> {
  await tx.run('select 1 from customer_stats where customer_id = any($1::uuid[]) order by customer_id for update', [
    customerIds,
  ]);
}

/**
 * The rules that hold now. Read after the rows were locked: had another server switched programmes since this one
 * filled its memory, the sweep over all customers might already have passed these rows and would not correct them.
 */
async function rulesNow(app: App, tx: Transaction): Promise<TierRules> {
  const inForce = `from program_version where status in ('PUBLISHED', 'PUBLISHING') order by status = 'PUBLISHING' desc limit 1`;
  const current = await tx.row<{ id: string }>(`select id ${inForce}`);
  const known = await app.program.published();
  if (current?.id === known.versionId) {
    return rulesInForce(known);
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
 * A quick "perhaps" for the many customers whom an order does not lift: no window can hold more than all spend, and a
 * tier is only renewed by what the present window reached. Points have no such figure, so there everybody is looked at.
 */
function mayRise(rules: TierRules, now: Date, timeZone: string, param: Param): string {
  if (rules.settings.measure !== QualificationMeasure.SPEND) {
    return 'true';
  }
  const ids = param(
    rules.tiers.map(({ id }) => id),
    'uuid[]',
  );
  const thresholds = param(thresholdsOf(rules), 'bigint[]');
  const start = param(windowOf(rules.settings, now, timeZone).start, 'date');
  const held = `coalesce(array_position(${ids}, s.earned_tier_id), 0)`;
  return `(width_bucket(s.spend, ${thresholds}) > ${held}
    or (${held} > 0 and (s.earned_kept or s.earned_grace_until is not null or s.tier_period_start is distinct from ${start})
        and width_bucket(case when s.period_start is not distinct from ${start} then s.period_spend else s.spend end,
                         ${thresholds}) >= ${held})
    or s.earned_tier_id is not null and ${held} = 0)`;
}
