import { BenefitKind, GrantOrigin } from '../../schema/benefits/enums.js';
import type { App } from '../app.js';
import { addMonths, companyDay, startOfDay, startOfMonth } from '../calendar/days.js';
import { newId } from '../database/id.js';
import type { Transaction } from '../database/transaction.js';
import { isValid } from './perks.js';

/** How many customers one transaction gives to. */
const BATCH = 500;

interface Celebrant {
  customerId: string;
  benefitId: string;
}

interface Month {
  year: string;
  number: number;
  end: Date;
}

/**
 * Gives birthday gifts (V4): whoever has their birthday in the present company month, and holds a tier that gives a
 * BIRTHDAY_GIFT, gets it as a grant until the month ends; once a year, even if the birthday is changed. Running it daily
 * reaches those who reach the tier, or tell their birthday, later in the month. May stop and begin again anywhere.
 */
export async function grantBirthdayGifts(app: App): Promise<void> {
  const now = app.clock.now();
  const { timeZone } = await app.company.settings();
  const today = companyDay(now, timeZone);
  const month: Month = {
    year: today.slice(0, 4),
    number: Number(today.slice(5, 7)),
    end: startOfDay(addMonths(startOfMonth(today), 1), timeZone),
  };
  const gifts = (await app.program.published()).benefits
    .filter((one) => one.kind === BenefitKind.BIRTHDAY_GIFT && !one.retired && one.redeemable && isValid(one, now))
    .map(({ id }) => id);
  let after = '00000000-0000-0000-0000-000000000000';
  while (gifts.length > 0) {
    const last = await app.db.transaction((tx) => giveNext(app, tx, gifts, month, after));
    if (last === undefined) {
      return;
    }
    after = last;
  }
}

/** Gives to the next customers after that id; says the last one's, or undefined when there were none. */
async function giveNext(
  app: App,
  tx: Transaction,
  gifts: string[],
  month: Month,
  after: string,
): Promise<string | undefined> {
  const celebrants = await tx.rows<Celebrant>(
    `select c.id as "customerId", tb.benefit_id as "benefitId"
       from customer c join customer_stats s on s.customer_id = c.id join tier_benefit tb on tb.tier_id = s.tier_id
      where extract(month from c.birthday) = $1 and c.status = 'ACTIVE' and tb.benefit_id = any($2::uuid[]) and c.id > $3
      order by c.id limit $4`,
    [month.number, gifts, after, BATCH],
  );
  // A customer with several gifts may be cut off by the limit: the next batch begins with them again.
  const full = celebrants.length === BATCH;
  const lastId = celebrants.at(-1)?.customerId;
  const complete = full ? celebrants.filter(({ customerId }) => customerId !== lastId) : celebrants;
  const given = await insertGrants(app, tx, complete, month);
  const { benefitById } = await app.program.published();
  await app.notifications.add(
    tx,
    given.map(({ id, customerId, benefitId, quantity }) => {
      const { code, name } = benefitById.get(benefitId)!;
      const benefit = { id: benefitId, code, name };
      return { customerId, kind: 'PERK_GRANTED', data: { grantId: id, benefit, quantity, endsAt: month.end } };
    }),
  );
  return complete.at(-1)?.customerId;
}

function insertGrants(app: App, tx: Transaction, celebrants: Celebrant[], month: Month) {
  return tx.rows<{ id: string; customerId: string; benefitId: string; quantity: number }>(
    `insert into benefit_grant (id, customer_id, benefit_id, origin, quantity, starts_at, ends_at, granted_at, idempotency_key)
     select x.id, x.customer_id, x.benefit_id, $4, coalesce(b.quota, 1), $5, $6, $5, 'birthday:' || b.id || ':' || $7
       from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as x (id, customer_id, benefit_id)
       join benefit b on b.id = x.benefit_id
     on conflict (customer_id, idempotency_key) where idempotency_key is not null do nothing
     returning id, customer_id as "customerId", benefit_id as "benefitId", quantity`,
    [
      celebrants.map(() => newId()),
      celebrants.map(({ customerId }) => customerId),
      celebrants.map(({ benefitId }) => benefitId),
      GrantOrigin.BIRTHDAY,
      app.clock.now(),
      month.end,
      month.year,
    ],
  );
}
