import type { LevelCause } from '../../schema/levels/enums.js';
import type { App } from '../app.js';
import { companyDay } from '../calendar/days.js';
import type { Transaction } from '../database/transaction.js';
import { frequentUntilSql } from '../events/frequent.js';
import { levelsSql } from './decision.js';
import { historySql, levelsDiffer, returningLevels, setLevels } from './history.js';
import { holdRules } from './rules.js';

/** Where to find what customers did last: as kept with their figures, or as their activity says. */
type Interactions = 'kept' | 'anew';

/**
 * Decides the levels of some customers by the rules in force and their figures as they are, writes those that changed
 * with their history, and says how many it wrote. With `anew` it first takes over what their activity says (S4). Rows are
 * locked in the order of their ids; afterwards nothing is left of any decision by other rules.
 */
export async function relevel(
  app: App,
  tx: Transaction,
  customers: { ids: string[] } | { after: string | null; upTo: string },
  cause: LevelCause,
  interactions: Interactions = 'kept',
): Promise<number> {
  const now = app.clock.now();
  const { timeZone } = await app.company.settings();
  const common = [companyDay(now, timeZone), timeZone];
  await holdRules(tx);
  const [where, which] =
    'ids' in customers
      ? ['before.customer_id = any($3::uuid[])', [customers.ids]]
      : [
          '($3::uuid is null or before.customer_id > $3) and before.customer_id <= $4::uuid',
          [customers.after, customers.upTo],
        ];
  const changed = await tx.rows<{ id: string }>(
    `select before.customer_id as id from ${relation(interactions)} where ${where} and ${DIFFERS}
      order by before.customer_id for update of before`,
    [...common, ...which],
  );
  if (changed.length === 0) {
    return 0;
  }
  const row = await tx.row<{ written: number }>(UPDATES[interactions], [
    ...common,
    changed.map(({ id }) => id),
    cause,
    now,
  ]);
  return row!.written;
}

/** What is known of what customers did last; nothing of those merged or deleted, whose rows wait for the merge to be undone. */
const ACTIVITY = `left join customer_activity a on a.customer_id = before.customer_id
         and not exists (select from customer x where x.id = a.customer_id and x.status <> 'ACTIVE')`;

const INTERACTIONS: Record<Interactions, string> = {
  kept: 'before.last_event_on, before.frequent_until',
  anew: `(a.last_event_at at time zone $2)::date as last_event_on,
    ${frequentUntilSql('a.login_days', { logins: 'r.often_logins', days: 'r.often_days' })} as frequent_until`,
};

/** Customers' rows as they were before, and what the rules in force say about them; $1 is today, $2 the time zone. */
function relation(interactions: Interactions): string {
  const facts = `select before.order_count, before.spend, before.first_order_at, before.last_order_at, ${INTERACTIONS[interactions]}`;
  return `customer_stats before ${interactions === 'anew' ? ACTIVITY : ''}
       cross join level_rule r
       cross join lateral (${levelsSql(facts, { rule: 'r', today: '$1::date', timeZone: '$2::text' })}) as level`;
}

/** Whether a row says anything else than what was decided. */
const DIFFERS = `(${levelsDiffer('before', 'before.period_due')}
  or (before.last_event_on, before.frequent_until) is distinct from (level.last_event_on, level.frequent_until))`;

const updateSql = (interactions: Interactions) => `
with moved as (
  update customer_stats s
     set ${setLevels('before.period_due')},
         last_event_on = level.last_event_on, frequent_until = level.frequent_until
    from ${relation(interactions)}
   where s.customer_id = before.customer_id and before.customer_id = any($3::uuid[])
  ${returningLevels('$4::text')}
), history as (${historySql('$5::timestamptz', '$1::date')})
select count(*) as written from moved`;

const UPDATES: Record<Interactions, string> = { kept: updateSql('kept'), anew: updateSql('anew') };
