import type { GrantOrigin } from '../../schema/benefits/enums.js';
import type { MyTier } from '../../schema/me/me.js';
import { type PerkView, perksOf } from '../benefits/perks.js';
import type { GrantRow } from '../benefits/rows.js';
import type { LocalDate } from '../calendar/days.js';
import type { AccountView } from '../points/loaders.js';
import { type Progress, progressOf } from '../tiers/progress.js';
import type { PublishedProgram } from '../tiers/published.js';
import type { GrantTuple, HomeRow } from './home-sql.js';
import type { Wants } from './wants.js';

/** What all home screens read at one moment share. */
export interface HomeMoment {
  now: Date;
  today: LocalDate;
  timeZone: string;
  program: PublishedProgram;
  stockUsed: ReadonlyMap<string, number>;
}

/** One customer's home screen as plain data, since compiled queries read a property once per field below it. */
export interface HomeView {
  id: string;
  name: string;
  tier: MyTier | null;
  /** Null also when not wanted. */
  progress: Progress | null;
  points: AccountView;
  /** Empty also when not wanted. */
  perks: PerkView[];
}

/** Makes a home screen of what was read; parts that nobody wants are left out. */
export function homeView(row: HomeRow, moment: HomeMoment, wants: Wants): HomeView {
  const { id, name, balance, debt, lots } = row;
  return {
    id,
    name,
    tier: tierOf(row, moment),
    progress: wants.progress ? progressOf(moment.program, row, moment.now, moment.timeZone) : null,
    points: {
      balance,
      debt,
      expiringSoon: (lots ?? []).map(([points, at]) => ({ points, expiresAt: new Date(at) })),
    },
    perks: wants.perks ? perks(row, moment) : [],
  };
}

function tierOf(
  { tierId, since, qualifiedBy, expiresAt, graceUntil }: HomeRow,
  { program }: HomeMoment,
): MyTier | null {
  const tier = tierId && program.everyTier.get(tierId);
  if (!tier) {
    return null;
  }
  const { id, code, rank, name, color } = tier;
  return { id, code, rank, name, color, since, qualifiedBy, expiresAt, graceUntil };
}

function perks({ id, tierId, grants, usage }: HomeRow, { program, now, today, stockUsed }: HomeMoment): PerkView[] {
  const facts = {
    tierId,
    stockUsed,
    grants: (grants ?? []).map((grant) => toGrant(id, grant)),
    usage: (usage ?? []).map(([benefitId, periodStart, used]) => ({ benefitId, periodStart, used })),
  };
  return perksOf(program, facts, now, today);
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
