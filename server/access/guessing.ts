import { isIPv6 } from 'node:net';
import type { App } from '../app.js';

/** How many wrong passwords are borne within a window; what comes after is refused until the window ends. */
export const GUESSES = { account: 10, address: 50, windowMinutes: 15 };

/** Where guesses are counted: the account asked for, whether it exists or not, and the caller's address. */
export interface Guess {
  account: string;
  ip: string;
}

/** What became of an attempt. */
export interface Attempt {
  /** Until when this account or address is locked out; null when the password may be looked at. */
  lockedUntil: Date | null;
  /** Whether it was this attempt that locked the account. */
  locksAccount: boolean;
}

/**
 * Lockout against guessing, by account and by address, in the database so that it holds over all servers.
 * Each attempt counts before its password is looked at, so that parallel guesses cannot slip through.
 */
export class GuessingGuard {
  constructor(private readonly app: App) {}

  /** Counts an attempt. */
  async attempt(guess: Guess): Promise<Attempt> {
    const { account, address } = keysOf(guess);
    const now = this.app.clock.now();
    const rows = await this.app.db.rows<{ key: string; failures: number; startedAt: Date }>(
      `insert into sign_in_failure as f (key, failures, window_started_at)
       select key, 1, $2 from unnest($1::text[]) as key order by key
       on conflict (key) do update set
         failures = case when f.window_started_at <= $3 then 1 else f.failures + 1 end,
         window_started_at = case when f.window_started_at <= $3 then $2 else f.window_started_at end
       returning key, failures, window_started_at as "startedAt"`,
      [[account, address], now, new Date(now.getTime() - WINDOW)],
    );
    const locking = rows.filter(
      ({ key, failures }) => failures > (key === account ? GUESSES.account : GUESSES.address),
    );
    const ends = locking.map(({ startedAt }) => startedAt.getTime() + WINDOW);
    return {
      lockedUntil: ends.length > 0 ? new Date(Math.max(...ends)) : null,
      locksAccount: locking.some(({ key, failures }) => key === account && failures === GUESSES.account + 1),
    };
  }

  /** Takes a right password's attempt back: the account starts afresh, the address loses only this one. */
  async succeeded(guess: Guess): Promise<void> {
    const { account, address } = keysOf(guess);
    await this.app.db.rows('delete from sign_in_failure where key = $1', [account]);
    await this.app.db.rows('update sign_in_failure set failures = greatest(failures - 1, 0) where key = $1', [address]);
  }

  /** Forgets windows that are over. */
  async purge(): Promise<void> {
    const over = new Date(this.app.clock.now().getTime() - WINDOW);
    await this.app.db.rows('delete from sign_in_failure where window_started_at <= $1', [over]);
  }
}

const WINDOW = GUESSES.windowMinutes * 60_000;

function keysOf({ account, ip }: Guess): { account: string; address: string } {
  return { account: `account:${account}`, address: `address:${networkOf(ip)}` };
}

/** An IPv4 address, or the /64 of an IPv6 one: a single customer of an internet provider holds all of that. */
function networkOf(ip: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(ip)?.[1];
  if (mapped || !isIPv6(ip)) {
    return mapped ?? ip;
  }
  const [head, tail] = ip.split('::').map((half) => half.split(':').filter(Boolean));
  const groups = tail ? [...head!, ...Array(Math.max(0, 8 - head!.length - tail.length)).fill('0'), ...tail] : head!;
  return `${groups.slice(0, 4).join(':')}::/64`;
}
