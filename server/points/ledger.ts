import { PointsEntryKind } from '../../schema/points/enums.js';

/** What is left of one earning. */
export interface Lot {
  seq: number;
  remaining: number;
  /** When it runs out; null: never. */
  expiresAt: Date | null;
  /** The order that earned it, if one did. */
  orderId: string | null;
  /** Set on lots that a plan makes or changes, so that they are written. */
  state?: 'new' | 'changed';
}

/** One line to be added to the ledger. */
export interface NewEntry {
  seq: number;
  kind: PointsEntryKind;
  points: number;
  balanceAfter: number;
  orderId: string | null;
  reason: string | null;
  actorId: string | null;
  idempotencyKey: string | null;
  expiresAt: Date | null;
  at: Date;
  /** Lots that were drawn from: [seq, points], in the order of drawing. */
  taken: [number, number][] | null;
  reversesSeq: number | null;
}

/** What an entry says besides its points. */
export interface EntryDetails {
  at: Date;
  orderId?: string | null;
  reason?: string | null;
  actorId?: string | null;
  idempotencyKey?: string | null;
  reversesSeq?: number | null;
}

/**
 * One customer's points in memory, under the lock of their row: plans entries that keep the ledger's law (V2):
 * balance = sum of entries = sum of lots ≥ 0, and a debt only while the balance is 0.
 */
export class Account {
  readonly entries: NewEntry[] = [];
  /** Points of each order that ran out in this plan. */
  readonly expiredByOrder = new Map<string, number>();

  constructor(
    readonly customerId: string,
    public balance: number,
    public debt: number,
    public seq: number,
    /** All open lots, or none where nothing is to be taken. */
    readonly lots: Lot[],
    /** The tier held when the account was locked. */
    readonly tierId: string | null = null,
  ) {}

  /** Adds points as a new lot; a debt is paid from them at once. */
  credit(kind: PointsEntryKind, points: number, expiresAt: Date | null, details: EntryDetails): NewEntry {
    const entry = this.#post(kind, points, { ...details, expiresAt });
    this.lots.push({ seq: entry.seq, remaining: points, expiresAt, orderId: details.orderId ?? null, state: 'new' });
    this.#payDebt(details.at);
    return entry;
  }

  /**
   * Takes points, those of the oldest expiry first, or those of the lot `from` before all others;
   * the caller has checked that the balance bears it.
   */
  debit(kind: PointsEntryKind, points: number, details: EntryDetails, from?: number): NewEntry {
    return this.#take(
      kind,
      points,
      this.#oldestFirst(({ seq }) => seq === from),
      details,
    );
  }

  /** Takes back what an order earned: its own lots first, then the oldest; what the balance cannot bear becomes debt. */
  clawBack(points: number, orderId: string, details: EntryDetails): void {
    const borne = Math.min(points, this.balance);
    if (borne > 0) {
      const lots = this.#oldestFirst((lot) => lot.orderId === orderId);
      this.#take(PointsEntryKind.REVERSE, borne, lots, { ...details, orderId });
    }
    this.debt += points - borne;
  }

  /** Puts points back into the lots that they were taken from, with their old expiry. */
  restore(taken: [number, number][], details: EntryDetails): NewEntry {
    const points = taken.reduce((sum, [, part]) => sum + part, 0);
    const entry = this.#post(PointsEntryKind.REVERSE, points, details);
    for (const [seq, part] of taken) {
      const lot = this.lots.find((one) => one.seq === seq);
      if (!lot) {
        throw new Error(`lot ${seq} of customer ${this.customerId} was not loaded`);
      }
      lot.remaining += part;
      lot.state ??= 'changed';
    }
    this.#payDebt(details.at);
    return entry;
  }

  /** Lets run out what is due at `now`. */
  expire(now: Date): void {
    const due = this.#oldestFirst().filter((lot) => lot.expiresAt !== null && lot.expiresAt <= now);
    const points = due.reduce((sum, lot) => sum + lot.remaining, 0);
    if (points === 0) {
      return;
    }
    for (const { orderId, remaining } of due) {
      if (orderId) {
        this.expiredByOrder.set(orderId, (this.expiredByOrder.get(orderId) ?? 0) + remaining);
      }
    }
    this.#take(PointsEntryKind.EXPIRE, points, due, { at: now });
  }

  #payDebt(at: Date): void {
    const paid = Math.min(this.debt, this.balance);
    if (paid > 0) {
      this.debt -= paid;
      this.debit(PointsEntryKind.REVERSE, paid, { at, reason: 'debt of an earlier refund' });
    }
  }

  #oldestFirst(preferred: (lot: Lot) => boolean = () => false): Lot[] {
    const time = ({ expiresAt }: Lot) => expiresAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
    return this.lots
      .filter(({ remaining }) => remaining > 0)
      .sort((a, b) => Number(preferred(b)) - Number(preferred(a)) || time(a) - time(b) || a.seq - b.seq);
  }

  #take(kind: PointsEntryKind, points: number, lots: Lot[], details: EntryDetails): NewEntry {
    const taken: [number, number][] = [];
    let left = points;
    for (const lot of lots) {
      const part = Math.min(left, lot.remaining);
      if (part === 0) {
        break;
      }
      lot.remaining -= part;
      lot.state ??= 'changed';
      taken.push([lot.seq, part]);
      left -= part;
    }
    if (left > 0) {
      throw new Error(`the lots of customer ${this.customerId} fall short of the balance by ${left}`);
    }
    return this.#post(kind, -points, { ...details, taken });
  }

  #post(
    kind: PointsEntryKind,
    points: number,
    details: EntryDetails & { expiresAt?: Date | null; taken?: [number, number][] },
  ): NewEntry {
    this.balance += points;
    this.seq += 1;
    const entry: NewEntry = {
      seq: this.seq,
      kind,
      points,
      balanceAfter: this.balance,
      orderId: details.orderId ?? null,
      reason: details.reason ?? null,
      actorId: details.actorId ?? null,
      idempotencyKey: details.idempotencyKey ?? null,
      expiresAt: details.expiresAt ?? null,
      at: details.at,
      taken: details.taken ?? null,
      reversesSeq: details.reversesSeq ?? null,
    };
    this.entries.push(entry);
    return entry;
  }
}
