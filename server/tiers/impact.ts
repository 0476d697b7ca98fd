import type { App } from '../app.js';
import { Params } from '../database/params.js';
import type { ProgramContent } from './content.js';
import { expectedYearlyCost, readUsage } from './cost.js';
import { directionOf } from './decided.js';
import { decisionSql } from './decision.js';
import { thresholdsOf } from './entitlement.js';
import type { PublishedProgram, TierConfig } from './published.js';
import { rulesOfContent, type TierRules, thresholdOf } from './rules.js';

/** A tier by name, also after it is gone. */
export interface TierRef {
  code: string;
  name: { zh: string; en: string };
  color: string;
}

/** How many customers go from one tier to another, or stay, with some of their ids. */
export interface PairImpact {
  from: TierRef | null;
  to: TierRef | null;
  count: number;
  sampleIds: string[];
}

/** What publishing does to all active customers, as it is kept with the version. */
export interface Impact {
  total: number;
  up: number;
  down: number;
  stay: number;
  yearlyCostBefore: number;
  yearlyCostAfter: number;
  pairs: PairImpact[];
  /** ISO instant. */
  computedAt: string;
}

/** Only what SQL must tell, since every further expression is computed for every customer. */
interface CountedPair {
  fromId: string | null;
  toRank: number;
  count: number;
  sampleIds: string[] | null;
}

interface Pair extends CountedPair {
  toId: string | null;
  fromRank: number;
}

/**
 * What the content would do if it were published now (V6): one statement over all customers, on the very decision that
 * publishing then carries out.
 */
export async function computeImpact(app: App, content: ProgramContent): Promise<Impact> {
  const [program, { timeZone }] = await Promise.all([app.program.published(), app.company.settings()]);
  const now = app.clock.now();
  const rules = rulesOfContent({ id: '', number: null, content });
  const params = new Params();
  const ids = params.add(
    rules.tiers.map(({ id }) => id),
    'uuid[]',
  );
  const decision = decisionSql({ rules, occasion: 'RULES', scope: 'everybody', now, timeZone }, 'true', params.add);
  const [counted, usage] = await Promise.all([
    app.db.rows<CountedPair>(
      `with ${decision}
       select from_id as "fromId", to_rank as "toRank", count(*) as count,
              (array_agg(customer_id) filter (where from_id is distinct from (${ids})[to_rank]))[1:5] as "sampleIds"
         from decided where not inactive group by from_id, to_rank`,
      params.values,
    ),
    readUsage(app, now),
  ]);
  const pairs = counted.map((pair) => ({
    ...pair,
    toId: rules.tiers[pair.toRank - 1]?.id ?? null,
    fromRank: rankOf(rules, pair.fromId ? program.everyTier.get(pair.fromId) : undefined),
  }));
  const names = tierNames(program, content);
  const moved = pairs.filter(({ fromId, toId }) => fromId !== toId);
  const sum = (some: Pair[]) => some.reduce((total, { count }) => total + count, 0);
  const before = members(pairs, ({ fromId }) => fromId);
  const after = members(pairs, ({ toId }) => toId);
  return {
    total: sum(pairs),
    up: sum(moved.filter((pair) => directionOf(pair) === 'UP')),
    down: sum(moved.filter((pair) => directionOf(pair) === 'DOWN')),
    stay: sum(pairs) - sum(moved),
    yearlyCostBefore: expectedYearlyCost(costsInForce(program), before, { ...usage, members: before }, now),
    yearlyCostAfter: expectedYearlyCost(costsOf(content), after, { ...usage, members: before }, now),
    pairs: [...moved.sort((a, b) => b.count - a.count), ...pairs.filter((pair) => !moved.includes(pair))].map(
      (pair) => ({
        from: pair.fromId ? names.get(pair.fromId)! : null,
        to: pair.toId ? names.get(pair.toId)! : null,
        count: pair.count,
        sampleIds: pair.sampleIds ?? [],
      }),
    ),
    computedAt: now.toISOString(),
  };
}

/** The place of a tier held now in the new order, as `from_rank` in decision.ts: one that goes counts by what it took. */
function rankOf(rules: TierRules, tier: TierConfig | undefined): number {
  const place = rules.tiers.findIndex(({ id }) => id === tier?.id);
  const below = (worth: number) => thresholdsOf(rules).filter((threshold) => threshold <= worth).length;
  return place >= 0 ? place + 1 : tier ? below(thresholdOf(rules, tier)) : 0;
}

function tierNames(program: PublishedProgram, content: ProgramContent): Map<string, TierRef> {
  const ref = ({ code, name, color }: TierRef): TierRef => ({ code, name, color });
  const known = [...program.everyTier.values(), ...content.tiers];
  return new Map(known.map((tier) => [tier.id, ref(tier)]));
}

function members(pairs: Pair[], tierOf: (pair: Pair) => string | null): Map<string, number> {
  const counts = new Map<string, number>();
  for (const pair of pairs) {
    const tier = tierOf(pair);
    if (tier) {
      counts.set(tier, (counts.get(tier) ?? 0) + pair.count);
    }
  }
  return counts;
}

const instant = (iso: string | null) => (iso === null ? null : new Date(iso));

function costsInForce({ benefits }: PublishedProgram) {
  return benefits.filter(({ retired }) => !retired);
}

function costsOf({ benefits, tiers }: ProgramContent) {
  return benefits.map((benefit) => ({
    ...benefit,
    validFrom: instant(benefit.validFrom),
    validUntil: instant(benefit.validUntil),
    tierIds: tiers.filter(({ code }) => benefit.tierCodes.includes(code)).map(({ id }) => id),
  }));
}
