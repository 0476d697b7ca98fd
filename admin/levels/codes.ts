import type { LevelKind } from '../api/generated/operations.js';

/** A level that occurs: a code of an enum, a band as a digit, or null for no band. */
export type Code = string | null;

export const BANDS = [1, 2, 3, 4] as const;

/** The levels of each kind, the furthest from buying first: a step on in the list is a step up. */
export const LADDER: Record<LevelKind, readonly string[]> = {
  STAGE: ['CHURNED', 'DORMANT', 'PROSPECT', 'NEW', 'ACTIVE'],
  VALUE_SEGMENT: ['CHURNED', 'DORMANT', 'OTHER', 'NEW', 'MID_VALUE', 'HIGH_VALUE'],
  RECENCY: ['4', '3', '2', '1'],
  FREQUENCY: ['4', '3', '2', '1'],
  MONETARY: ['4', '3', '2', '1'],
};

export const LEVEL_KINDS = Object.keys(LADDER) as LevelKind[];

/** The levels of a kind in their order, with "no band" first where it occurs among `met`. */
export function placesOf(kind: LevelKind, met: readonly Code[]): Code[] {
  return met.includes(null) ? [null, ...LADDER[kind]] : [...LADDER[kind]];
}

/** How many customers move from one level to another. */
export interface Move {
  from: Code;
  to: Code;
  customers: number;
}

/** How many move from one level to another, in all. */
export const movesBetween = (moves: readonly Move[], from: Code, to: Code): number =>
  moves.filter((move) => move.from === from && move.to === to).reduce((sum, { customers }) => sum + customers, 0);

/** Every level that moves touch. */
export const metIn = (moves: readonly Move[]): Code[] => moves.flatMap(({ from, to }) => [from, to]);

/** Moves from one level to another one, each pair once, the largest first. */
export function pairsOf(moves: readonly Move[]): Move[] {
  const pairs = new Map<string, Move>();
  for (const { from, to, customers } of moves) {
    if (from === to) continue;
    const key = `${from}>${to}`;
    pairs.set(key, { from, to, customers: customers + (pairs.get(key)?.customers ?? 0) });
  }
  return [...pairs.values()].sort((a, b) => b.customers - a.customers);
}
