import type { Impact } from './types.js';

type Pair = Impact['pairs'][number];
type Ref = NonNullable<Pair['from']>;

/** The change of the yearly cost: its size as a decimal string and its sign. Exact: cents are counted as integers. */
export function costChange({
  yearlyCostBefore,
  yearlyCostAfter,
}: Pick<Impact, 'yearlyCostBefore' | 'yearlyCostAfter'>) {
  const cents = (money: string) => BigInt(money.replace('.', ''));
  const difference = cents(yearlyCostAfter) - cents(yearlyCostBefore);
  const size = (difference < 0n ? -difference : difference).toString().padStart(3, '0');
  const amount = `${size.slice(0, -2)}.${size.slice(-2)}`;
  return { amount, sign: difference > 0n ? '+' : difference < 0n ? '−' : '' };
}

/** The tiers met in the pairs, in the order given by `order`; null stands for having none and comes first. */
export function tiersOf(pairs: readonly Pair[], order: readonly string[] = []): (Ref | null)[] {
  const found = new Map<string, Ref>();
  for (const { from, to } of pairs) for (const ref of [from, to]) if (ref) found.set(ref.code, ref);
  const place = (ref: Ref) => (order.includes(ref.code) ? order.indexOf(ref.code) : order.length);
  return [null, ...[...found.values()].sort((a, b) => place(a) - place(b))];
}

/** How many move from one tier to another. */
export function countOf(pairs: readonly Pair[], from: Ref | null, to: Ref | null): number {
  return pairs
    .filter(
      (pair) => (pair.from?.code ?? null) === (from?.code ?? null) && (pair.to?.code ?? null) === (to?.code ?? null),
    )
    .reduce((sum, { count }) => sum + count, 0);
}
