import { explain } from './failure.js';

/** How long everything together may take to stop, in ms; then the process ends regardless. */
const patience = 9_500;
/** How long requests under way may take to finish of that, in ms. */
export const drainPatience = 4_000;
/** A terminal's Ctrl-C arrives twice, from the terminal and from npm: a repeat this soon is the same one, in ms. */
const sameKeystroke = 1_000;

/** Ends one thing. */
type Closer = () => Promise<void>;

/**
 * Stops what was started, in reverse order, on SIGINT, SIGTERM, SIGHUP, or when npm (our parent) is
 * gone. Exit code 0 after a clean stop; a second signal ends the process at once.
 */
export class Shutdown {
  private readonly closers: Closer[] = [];
  private began = 0;

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => this.onSignal());
    // What breaks because its database or socket was closed is no news while stopping; before, it ends everything in order.
    process.on('uncaughtException', (error) => void this.stop(1, explain(error)));
    this.watchParent();
  }

  /** Whether stopping has begun: errors from now on are its consequence. */
  get stopping(): boolean {
    return this.began > 0;
  }

  /** Registers something that runs, to be ended when stopping. */
  onStop(close: Closer): void {
    this.closers.push(close);
  }

  /**
   * Waits for something to open and sees to it that it is closed, also when stopping begins while it
   * is still opening; then this never resolves.
   */
  async own<T>(opening: Promise<T>, close: (opened: T) => Promise<void>): Promise<T> {
    this.onStop(async () => {
      const opened = await opening.catch(() => undefined);
      if (opened) await close(opened);
    });
    const opened = await opening;
    return this.stopping ? new Promise<never>(() => {}) : opened;
  }

  /** Runs `work`; its error is printed and ends the process with code 1, after stopping what runs. */
  async guard(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (this.stopping) return;
      await this.stop(1, explain(error));
    }
  }

  /** Stops everything and ends the process with `code`, after printing `line` if there is one. */
  async stop(code: number, line?: string): Promise<void> {
    if (this.stopping) return;
    this.began = Date.now();
    if (line) process.stderr.write(`${line}\n`);
    setTimeout(() => process.exit(code || 1), patience).unref();
    for (const close of this.closers.reverse()) {
      try {
        await close();
      } catch (error) {
        process.stderr.write(`${explain(error)}\n`);
        process.exitCode = 1;
      }
    }
    process.exit(code || Number(process.exitCode ?? 0));
  }

  private onSignal(): void {
    if (!this.stopping) void this.stop(0);
    else if (Date.now() - this.began > sameKeystroke) process.exit(1);
  }

  /** npm passes signals on, but it can be killed, and its shell may die of a signal without telling us. */
  private watchParent(): void {
    if (!process.env.npm_lifecycle_event && !process.env.LIUKE_RERUN) return;
    const parent = process.ppid;
    setInterval(() => {
      if (process.ppid !== parent && !this.stopping) void this.stop(0);
    }, 500).unref();
  }
}

/** Waits for `work` no longer than `ms`. */
export async function atMost(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, limit]);
  clearTimeout(timer);
}
