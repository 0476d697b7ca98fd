/** Chance that comes out the same every time (mulberry32): the demo is the same company wherever it is made. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** At least 0, below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number, both ends included. */
  int(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  between(min: number, max: number): number {
    return min + this.next() * (max - min);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.next() * from.length)]!;
  }

  /** One of these, each as likely as its weight. */
  weighted<T extends { weight: number }>(from: readonly T[]): T {
    let left = this.next() * from.reduce((sum, { weight }) => sum + weight, 0);
    for (const one of from) {
      left -= one.weight;
      if (left < 0) {
        return one;
      }
    }
    return from.at(-1)!;
  }

  /** Some of these, none twice, in the order given. */
  some<T>(from: readonly T[], count: number): T[] {
    const left = from.map((one, i) => ({ one, i, key: this.next() }));
    const chosen = left.toSorted((a, b) => a.key - b.key).slice(0, count);
    return chosen.toSorted((a, b) => a.i - b.i).map(({ one }) => one);
  }
}
