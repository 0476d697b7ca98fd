import type { GrantOrigin } from '../../schema/benefits/enums.js';
import type { MyTier } from '../../schema/me/me.js';
import { type PerkView, perksOf } from '../benefits/perks.js';
import type { GrantRow } from '../benefits/rows.js';
import type { LocalDate } from '../calendar/days.js';
import type { AccountView } from '../points/loaders.js';
import { type Progress, progressOf } from '../tiers/progress.js';
import type { PublishedProgram } from '../tiers/published.js';
import type { GrantTuple, HomeRow } from './home-sql.js';

/** What all home screens read at one moment share. */
export interface HomeMoment {
  now: Date;
  today: LocalDate;
  timeZone: string;
  program: PublishedProgram;
  stockUsed: ReadonlyMap<string, number>;
}

/** One customer's home screen; each part is worked out when, and only when, it is looked at. */
export class HomeView {
  readonly #row: HomeRow;
  readonly #moment: HomeMoment;

  constructor(row: HomeRow, moment: HomeMoment) {
    this.#row = row;
    this.#moment = moment;
  }

  get id(): string {
    return this.#row.id;
  }

  get name(): string {
    return this.#row.name;
  }

  get tier(): MyTier | null {
    const { tierId, since, qualifiedBy, expiresAt, graceUntil } = this.#row;
    const tier = tierId && this.#moment.program.everyTier.get(tierId);
    if (!tier) {
      return null;
    }
    const { id, code, rank, name, color } = tier;
    return { id, code, rank, name, color, since, qualifiedBy, expiresAt, graceUntil };
  }

  get progress(): Progress | null {
    const { program, now, timeZone } = this.#moment;
    return progressOf(program, this.#row, now, timeZone);
  }

  get points(): AccountView {
    const { balance, debt, lots } = this.#row;
    const expiringSoon = (lots ?? []).map(([points, at]) => ({ points, expiresAt: new Date(at) }));
    return { balance, debt, expiringSoon };
  }

  get perks(): PerkView[] {
    const { id, tierId, grants, usage } = this.#row;
    const { program, now, today, stockUsed } = this.#moment;
    const facts = {
      tierId,
      stockUsed,
      grants: (grants ?? []).map((grant) => toGrant(id, grant)),
      usage: (usage ?? []).map(([benefitId, periodStart, used]) => ({ benefitId, periodStart, used })),
    };
    return perksOf(program, facts, now, today);
  }
}

function toGrant(customerId: string, tuple: GrantTuple): GrantRow {
  const [id, benefitId, origin, reason, quantity, used, startsAt, endsAt, grantedAt, grantedById] = tuple;
  return {
    id,
    customerId,
    benefitId,
    origin: origin as GrantOrigin,
    reason,
    quantity,
    used,
    startsAt: new Date(startsAt),
    endsAt: endsAt === null ? null : new Date(endsAt),
    grantedById,
    grantedAt: new Date(grantedAt),
    revokedAt: null,
  };
}
