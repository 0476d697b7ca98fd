import { QualificationMeasure, TierDirection, TierMoveCause } from '../../schema/tiers/enums.js';
import { staffIdOf } from '../access/authorize.js';
import type { App } from '../app.js';
import { newId } from '../database/id.js';
import type { Transaction } from '../database/transaction.js';
import { type Decided, directionOf } from './decided.js';
import type { EvaluationContext } from './evaluate.js';
import { type RankedTier, type TierRules, thresholdOf } from './rules.js';

/** Everything a move's words are made of. */
interface Story {
  rules: TierRules;
  currency: string;
  context: EvaluationContext;
  /** Every tier there ever was, by id: moves also leave retired ones. */
  tiers: ReadonlyMap<string, RankedTier>;
}

/** Writes the history of those who changed tier, saying why in figures, and tells them (V1, V5). */
export async function recordMoves(
  app: App,
  tx: Transaction,
  rules: TierRules,
  currency: string,
  decided: Decided[],
  context: EvaluationContext,
): Promise<void> {
  const moved = decided.filter(({ fromId, toId }) => fromId !== toId);
  if (moved.length === 0) {
    return;
  }
  const story: Story = { rules, currency, context, tiers: await everyTier(tx) };
  const rows = moved.map((move) => ({ move, direction: directionOf(move), cause: causeOf(story, move) }));
  await tx.run(
    `insert into tier_move (id, customer_id, from_tier_id, to_tier_id, direction, cause, reason, order_id,
                            program_version_id, actor_id, at)
     select v.*, $9::uuid, $10::uuid, $11::timestamptz
       from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::uuid[]) as v`,
    [
      rows.map(() => newId()),
      rows.map(({ move }) => move.customerId),
      rows.map(({ move }) => move.fromId),
      rows.map(({ move }) => move.toId),
      rows.map(({ direction }) => direction),
      rows.map(({ cause }) => cause),
      rows.map(({ move, cause }) => reasonOf(story, move, cause)),
      rows.map(({ move }) => context.orderId?.get(move.customerId) ?? null),
      rules.versionId,
      context.caller ? staffIdOf(context.caller.principal) : null,
      app.clock.now(),
    ],
  );
  await app.notifications.add(
    tx,
    rows.map(({ move, direction, cause }) => ({
      customerId: move.customerId,
      kind: direction === TierDirection.UP ? 'TIER_UP' : 'TIER_DOWN',
      data: { from: facts(story, move.fromId), to: facts(story, move.toId), cause, until: move.newExpires },
    })),
  );
}

async function everyTier(tx: Transaction): Promise<Map<string, RankedTier>> {
  const tiers = await tx.rows<RankedTier>(
    'select id, code, name, spend_threshold as "spendThreshold", points_threshold as "pointsThreshold" from tier',
  );
  return new Map(tiers.map((tier) => [tier.id, tier]));
}

const facts = ({ tiers }: Story, id: string | null) => {
  const tier = id ? tiers.get(id) : undefined;
  return tier ? { code: tier.code, name: tier.name } : null;
};

const isRetired = ({ rules }: Story, id: string | null) => id !== null && rules.tiers.every((tier) => tier.id !== id);

/** An order may meet a customer of a retired tier before the publishing that retired it does. */
function causeOf(story: Story, { fromId }: Decided): TierMoveCause {
  const { cause } = story.context;
  return isRetired(story, fromId) && cause !== TierMoveCause.ROLLBACK ? TierMoveCause.PUBLISH : cause;
}

function reasonOf(story: Story, move: Decided, cause: TierMoveCause): string {
  const said = story.context.reason;
  const figures = move.newCause === 'GRANT' ? `granted ${nameOf(story, move.toId)}` : figuresOf(story, move);
  const parts = [OPENINGS[cause]?.(story, move), figures, said].filter(Boolean);
  return parts.join(': ').slice(0, 1000);
}

const OPENINGS: Partial<Record<TierMoveCause, (story: Story, move: Decided) => string>> = {
  REFUND: () => 'after a refund',
  PERIOD_END: () => 'the period ended',
  GRANT_END: () => 'a granted tier ended',
  MERGE: () => 'profiles were merged',
  PUBLISH: (story, move) => `programme ${story.rules.number}${retiredWords(story, move)}`,
  ROLLBACK: (story, move) => `programme ${story.rules.number} (rollback)${retiredWords(story, move)}`,
};

const retiredWords = (story: Story, { fromId }: Decided) =>
  isRetired(story, fromId) ? ` retired ${nameOf(story, fromId)}` : '';

/** "spend ¥5,230 reached ¥5,000 of 金卡/Gold", or "spend ¥4,730 is below ¥5,000 of 金卡/Gold". */
function figuresOf(story: Story, move: Decided): string {
  const up = directionOf(move) === TierDirection.UP;
  const lost = move.fromId && !isRetired(story, move.fromId) ? move.fromId : null;
  const told = story.tiers.get((up ? move.toId : lost) ?? '');
  const amount = amountOf(story, move.amount);
  if (!told) {
    return amount;
  }
  const threshold = amountOf(story, thresholdOf(story.rules, told)).replace(/^\w+ /, '');
  const reached = move.amount >= thresholdOf(story.rules, told);
  return `${amount} ${reached ? 'reached' : 'is below'} ${threshold} of ${nameOf(story, told.id)}`;
}

function amountOf({ rules, currency }: Story, amount: number): string {
  if (rules.settings.measure === QualificationMeasure.POINTS) {
    return `points ${amount.toLocaleString('en')}`;
  }
  return `spend ${moneyFormat(currency, amount % 100 === 0 ? 0 : 2).format(amount / 100)}`;
}

const moneyFormats = new Map<string, Intl.NumberFormat>();

/** Formatters are dear to make and few. */
function moneyFormat(currency: string, digits: number): Intl.NumberFormat {
  const key = `${currency}${digits}`;
  const known = moneyFormats.get(key);
  if (known) {
    return known;
  }
  const options = {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
  } as const;
  const made = new Intl.NumberFormat('en', options);
  moneyFormats.set(key, made);
  return made;
}

function nameOf({ tiers }: Story, id: string | null): string {
  const name = id ? tiers.get(id)?.name : undefined;
  return name ? `${name.zh}/${name.en}` : 'no tier';
}
