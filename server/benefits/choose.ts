import { BenefitKind, GrantStatus } from '../../schema/benefits/enums.js';
import { UserErrorCode } from '../../schema/common/user-error.js';
import type { LocalDate } from '../calendar/days.js';
import { fail } from '../graphql/errors.js';
import type { BenefitConfig } from '../tiers/published.js';
import { periodEnd } from './periods.js';
import { type GrantRow, grantStatus } from './rows.js';

/** What is asked for, and all that decides about it, read under the customer's lock. */
export interface Wish {
  benefit: BenefitConfig;
  /** Whether the tier held now gives the benefit. */
  inTier: boolean;
  /** Quota used in the present period. */
  used: number;
  /** All grants of this benefit that the customer ever had. */
  grants: readonly GrantRow[];
  quantity: number;
  grantId: string | null;
  now: Date;
  today: LocalDate;
  timeZone: string;
}

/** Where a redemption draws from: a grant, or null for the tier's quota. */
export type Source = GrantRow | null;

const FAR = Number.POSITIVE_INFINITY;

/**
 * Chooses where to draw from: of what can bear the whole quantity, that whose time runs out first; throws the one user
 * error that says best why nothing can (V4). Stock is not looked at here: only taking it can tell.
 */
export function chooseSource(wish: Wish): Source {
  refuseBenefit(wish);
  if (wish.grantId !== null) {
    return namedGrant(wish, wish.grantId);
  }
  const usable = wish.grants.filter((grant) => isUsable(grant, wish));
  const candidates = usable.map((grant) => ({ source: grant as Source, until: grant.endsAt?.getTime() ?? FAR }));
  const { quota, quotaPeriod } = wish.benefit;
  if (tierGives(wish) && (quota === null || wish.used + wish.quantity <= quota)) {
    const until = quota === null ? 0 : (periodEnd(quotaPeriod, wish.today, wish.timeZone)?.getTime() ?? FAR);
    candidates.unshift({ source: null, until });
  }
  const first = candidates.sort((a, b) => a.until - b.until)[0];
  return first ? first.source : refuseSource(wish);
}

function refuseBenefit({ benefit, now }: Wish): void {
  if (!benefit.redeemable) {
    fail('benefitId', UserErrorCode.NOT_REDEEMABLE, 'This benefit takes effect by itself.');
  }
  if (benefit.validFrom !== null && benefit.validFrom > now) {
    fail('benefitId', UserErrorCode.NOT_YET_VALID, 'This benefit cannot be redeemed yet.');
  }
  if (benefit.validUntil !== null && benefit.validUntil <= now) {
    fail('benefitId', UserErrorCode.EXPIRED, 'The time of this benefit is over.');
  }
}

const isUsable = (grant: GrantRow, { now, quantity }: Wish) =>
  grantStatus(grant, now) === GrantStatus.ACTIVE && grant.used + quantity <= grant.quantity;

const tierGives = ({ inTier, benefit }: Wish) =>
  inTier && !benefit.retired && benefit.kind !== BenefitKind.BIRTHDAY_GIFT;

function namedGrant(wish: Wish, grantId: string): GrantRow {
  const grant = wish.grants.find(({ id }) => id === grantId);
  if (!grant) {
    return fail('grantId', UserErrorCode.NOT_FOUND, 'There is no such grant of this benefit.');
  }
  return isUsable(grant, wish) ? grant : refuseGrant('grantId', grantStatus(grant, wish.now));
}

/** Why a grant cannot be redeemed, as an error. */
function refuseGrant(field: string, status: GrantStatus): never {
  switch (status) {
    case GrantStatus.REVOKED:
      return fail(field, UserErrorCode.NOT_REDEEMABLE, 'This grant was taken back.');
    case GrantStatus.EXPIRED:
      return fail(field, UserErrorCode.EXPIRED, 'The time of this grant is over.');
    case GrantStatus.UPCOMING:
      return fail(field, UserErrorCode.NOT_YET_VALID, 'The time of this grant has not come yet.');
    default:
      return fail(field, UserErrorCode.OUT_OF_QUOTA, 'Not so many are left of this grant.');
  }
}

/** Which of a customer's grants explains best why none can be redeemed. */
const TELLING = [GrantStatus.ACTIVE, GrantStatus.UPCOMING, GrantStatus.USED_UP, GrantStatus.EXPIRED];

function refuseSource(wish: Wish): never {
  if (tierGives(wish)) {
    return fail('benefitId', UserErrorCode.OUT_OF_QUOTA, 'Not so many are left in this period.');
  }
  const statuses = wish.grants.map((grant) => grantStatus(grant, wish.now));
  const telling = TELLING.find((status) => statuses.includes(status));
  if (telling) {
    return refuseGrant('benefitId', telling);
  }
  if (wish.benefit.retired) {
    return fail('benefitId', UserErrorCode.RETIRED, 'This benefit is no longer in the programme.');
  }
  if (wish.inTier) {
    return fail('benefitId', UserErrorCode.NOT_YET_VALID, 'The birthday gift is given in the month of the birthday.');
  }
  return fail('benefitId', UserErrorCode.NOT_IN_TIER, 'The tier held now does not give this benefit.');
}
