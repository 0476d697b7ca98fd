/** The instant at which the measured company lives, so that the same data is always as old. */
export const BENCH_NOW = '2026-09-15T04:00:00.000Z';

/** A measured company of one size. */
export interface Dataset {
  database: string;
  customers: number;
  orders: number;
  events: number;
}
