import type { CustomerPrincipal } from '../access/principal.js';
import type { App } from '../app.js';
import { stockInUse } from '../benefits/loaders.js';
import { periodStarts } from '../benefits/periods.js';
import { companyDay } from '../calendar/days.js';
import { soon } from '../points/loaders.js';
import { type HomeRow, type HomeStatement, homeStatement } from './home-sql.js';
import { type HomeMoment, type HomeView, homeView } from './home-view.js';
import type { Wants } from './wants.js';

interface Waiting {
  principal: CustomerPrincipal;
  wants: Wants;
  resolve(view: HomeView | null): void;
  reject(error: unknown): void;
}

/** One kind of home screen, and who waits for it. */
interface Kind {
  statement: HomeStatement;
  waiting: Waiting[];
}

/** So many at most in one statement, to keep each short. */
const BATCH = 100;

/**
 * Reads home screens: all that are asked for in one turn of the event loop, by whichever requests, in one statement.
 * Rows are joined by the asker's own identity and handed to that asker only; nothing is remembered.
 */
export class HomeReader {
  readonly #kinds = new Map<number, Kind>();

  constructor(private readonly app: App) {}

  /** The home screen of whoever asks; null when no active customer has this identity. */
  load(principal: CustomerPrincipal, wants: Wants): Promise<HomeView | null> {
    const kind = this.#kindOf(wants);
    return new Promise((resolve, reject) => {
      if (kind.waiting.push({ principal, wants, resolve, reject }) === 1) {
        setImmediate(() => this.#readAll(kind));
      }
    });
  }

  #kindOf(wants: Wants): Kind {
    const key = Number(wants.lots) + 2 * Number(wants.perks);
    let kind = this.#kinds.get(key);
    if (!kind) {
      kind = { statement: homeStatement(wants), waiting: [] };
      this.#kinds.set(key, kind);
    }
    return kind;
  }

  #readAll(kind: Kind): void {
    const { waiting } = kind;
    kind.waiting = [];
    for (let from = 0; from < waiting.length; from += BATCH) {
      const batch = waiting.slice(from, from + BATCH);
      this.#read(kind, batch).catch((error: unknown) => {
        for (const { reject } of batch) {
          reject(error);
        }
      });
    }
  }

  async #read({ statement }: Kind, batch: Waiting[]): Promise<void> {
    const [program, { timeZone }] = await Promise.all([this.app.program.published(), this.app.company.settings()]);
    const now = this.app.clock.now();
    const today = companyDay(now, timeZone);
    const [rows, stockUsed] = await Promise.all([
      this.app.db.hot.rows<HomeRow>(
        statement.name,
        statement.text,
        statement.values({
          sources: batch.map(({ principal }) => principal.source),
          subjects: batch.map(({ principal }) => principal.subject),
          now,
          soon: soon(now, program.settings.pointsReminderDays),
          periodStarts: periodStarts(today),
        }),
      ),
      batch[0]!.wants.perks ? stockInUse(this.app) : new Map<string, number>(),
    ]);
    const moment: HomeMoment = { now, today, timeZone, program, stockUsed };
    const views = new Array<HomeView | null>(batch.length).fill(null);
    for (const row of rows) {
      views[row.n - 1] = homeView(row, moment, batch[row.n - 1]!.wants);
    }
    batch.forEach(({ resolve }, i) => {
      resolve(views[i]!);
    });
  }
}
