/** A reversal as far as it takes from its order. */
export interface BookedReversal {
  number: string;
  /** Minor units; null: all that remains when it happens. */
  amount: number | null;
  occurredAt: Date;
}

/**
 * Whether an order of this amount can bear one more reversal beside those it has: not when the named amounts exceed
 * the order, and not when nothing is left at the moment it happened. "All that remains" always fits.
 */
export function fits(whole: number, others: BookedReversal[], one: BookedReversal): boolean {
  if (one.amount === null) {
    return true;
  }
  const named = others.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  const earlier = others.filter((other) => isBefore(other, one));
  return named + one.amount <= whole && !earlier.some(({ amount }) => amount === null);
}

function isBefore(a: BookedReversal, b: BookedReversal): boolean {
  const difference = a.occurredAt.getTime() - b.occurredAt.getTime();
  return difference < 0 || (difference === 0 && a.number < b.number);
}
