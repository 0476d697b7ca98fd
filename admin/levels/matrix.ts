import type { SegmentRuleInput } from '../api/generated/operations.js';
import { BANDS } from './codes.js';
import type { RfmCell } from './types.js';

/** What the colour of the matrix means. */
export type Measure = 'customers' | 'spend' | 'average';
export const MEASURES: readonly Measure[] = ['customers', 'spend', 'average'];

/** Buyers of one recency and frequency band, of whichever monetary bands are looked at. Money is in units, for sums. */
export interface Square {
  recency: number;
  frequency: number;
  customers: number;
  spend: number;
  orders: number;
}

/** Spend by orders; null without orders. */
export const averageOf = ({ spend, orders }: Pick<Square, 'spend' | 'orders'>): number | null =>
  orders > 0 ? spend / orders : null;

/** The number that gives a square its colour. */
export const measureOf = (square: Square, measure: Measure): number =>
  measure === 'average' ? (averageOf(square) ?? 0) : square[measure];

const ordersOf = ({ spend, averageOrderValue }: RfmCell): number =>
  Number(averageOrderValue) > 0 ? Math.round(Number(spend) / Number(averageOrderValue)) : 0;

/** The cells folded to recency × frequency: all sixteen squares, the best first; `monetary` empty means every band. */
export function squaresOf(cells: readonly RfmCell[], monetary: readonly number[]): Square[] {
  const kept = cells.filter((cell) => monetary.length === 0 || monetary.includes(cell.monetary));
  return BANDS.flatMap((frequency) =>
    BANDS.map((recency) => {
      const inside = kept.filter((cell) => cell.recency === recency && cell.frequency === frequency);
      return { recency, frequency, ...sumOf(inside) };
    }),
  );
}

function sumOf(cells: readonly RfmCell[]): Pick<Square, 'customers' | 'spend' | 'orders'> {
  return {
    customers: cells.reduce((sum, { customers }) => sum + customers, 0),
    spend: cells.reduce((sum, { spend }) => sum + Number(spend), 0),
    orders: cells.reduce((sum, cell) => sum + ordersOf(cell), 0),
  };
}

/** Squares taken together. */
export function totalOf(squares: readonly Square[]): Pick<Square, 'customers' | 'spend' | 'orders'> {
  const total = { customers: 0, spend: 0, orders: 0 };
  for (const { customers, spend, orders } of squares) {
    total.customers += customers;
    total.spend += spend;
    total.orders += orders;
  }
  return total;
}

/** The segment of a square: its two bands, and the monetary bands that were looked at. */
export function rulesOfSquare(
  { recency, frequency }: Pick<Square, 'recency' | 'frequency'>,
  monetary: readonly number[],
): SegmentRuleInput {
  const band = (field: 'RECENCY' | 'FREQUENCY' | 'MONETARY', numbers: readonly number[]): SegmentRuleInput => ({
    condition: { field, operator: 'IN', numbers: [...numbers] },
  });
  const rules = [band('RECENCY', [recency]), band('FREQUENCY', [frequency])];
  return { join: 'ALL', rules: monetary.length > 0 ? [...rules, band('MONETARY', monetary)] : rules };
}
