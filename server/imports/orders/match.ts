/** An order of a customer that a credit could belong to. */
export interface CreditableOrder {
  number: string;
  placedAt: Date;
  /** What it can still bear, in minor units. */
  room: number;
  /** Pieces bought and not given back yet, by article. */
  pieces: Map<string, number>;
}

/** A line of a credit note: pieces given back and their worth, both above zero. */
export interface CreditLine {
  line: number;
  placedAt: Date;
  sku: string;
  quantity: number;
  amount: number;
}

/**
 * Finds the order of each credit line, oldest credit first: the customer's latest earlier order in which that many
 * pieces of the article are left; else (a discount given afterwards, an article of before the file's beginning) their
 * latest earlier order that can bear the amount. Null where there is none. The orders are used up in the process.
 */
export function matchCredits(orders: CreditableOrder[], credits: CreditLine[]): Map<number, CreditableOrder | null> {
  const latestFirst = orders.toSorted(
    (a, b) => b.placedAt.getTime() - a.placedAt.getTime() || (a.number < b.number ? 1 : -1),
  );
  const inTime = credits.toSorted((a, b) => a.placedAt.getTime() - b.placedAt.getTime() || a.line - b.line);
  const matches = new Map<number, CreditableOrder | null>();
  for (const credit of inTime) {
    const able = latestFirst.filter(({ placedAt, room }) => placedAt <= credit.placedAt && room >= credit.amount);
    const order = able.find(({ pieces }) => (pieces.get(credit.sku) ?? 0) >= credit.quantity) ?? able[0] ?? null;
    if (order) {
      use(order, credit);
    }
    matches.set(credit.line, order);
  }
  return matches;
}

/** Books a credit on its order. */
export function use(order: CreditableOrder, credit: Pick<CreditLine, 'sku' | 'quantity' | 'amount'>): void {
  order.room -= credit.amount;
  order.pieces.set(credit.sku, Math.max(0, (order.pieces.get(credit.sku) ?? 0) - credit.quantity));
}
