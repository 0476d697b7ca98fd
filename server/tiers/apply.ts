import type { Transaction } from '../database/transaction.js';
import type { ProgramContent } from './content.js';

/** Makes the tier and benefit tables say what a version's content says; what it no longer names is retired, never deleted. */
export async function applyContent(tx: Transaction, content: ProgramContent): Promise<void> {
  // Retiring all first frees the ranks, which are unique among tiers in force.
  await tx.run('update tier set retired = true where not retired');
  await tx.run(
    `insert into tier (id, code, rank, name, color, spend_threshold, points_threshold, retired)
     select (t->>'id')::uuid, t->>'code', ordinality, t->'name', t->>'color', (t->>'spendThreshold')::bigint,
            (t->>'pointsThreshold')::bigint, false
       from jsonb_array_elements($1::jsonb) with ordinality as x (t, ordinality)
     on conflict (code) do update set rank = excluded.rank, name = excluded.name, color = excluded.color,
       spend_threshold = excluded.spend_threshold, points_threshold = excluded.points_threshold, retired = false`,
    [JSON.stringify(content.tiers)],
  );
  await tx.run('update benefit set retired = true where not retired');
  await tx.run(
    `insert into benefit (id, code, kind, name, terms, how_to_use, valid_from, valid_until, quota, quota_period, stock,
                          unit_cost, value, redeemable, retired)
     select (b->>'id')::uuid, b->>'code', b->>'kind', b->'name', b->'terms', b->'howToUse',
            (b->>'validFrom')::timestamptz, (b->>'validUntil')::timestamptz, (b->>'quota')::int, b->>'quotaPeriod',
            (b->>'stock')::int, (b->>'unitCost')::bigint, (b->>'value')::numeric, (b->>'redeemable')::boolean, false
       from jsonb_array_elements($1::jsonb) as x (b)
     on conflict (code) do update set kind = excluded.kind, name = excluded.name, terms = excluded.terms,
       how_to_use = excluded.how_to_use, valid_from = excluded.valid_from, valid_until = excluded.valid_until,
       quota = excluded.quota, quota_period = excluded.quota_period, stock = excluded.stock,
       unit_cost = excluded.unit_cost, value = excluded.value, redeemable = excluded.redeemable, retired = false`,
    [JSON.stringify(content.benefits)],
  );
  await tx.run('delete from tier_benefit');
  await tx.run(
    `insert into tier_benefit (tier_id, benefit_id)
     select t.id, b.id
       from jsonb_array_elements($1::jsonb) as x (c)
       cross join lateral jsonb_array_elements_text(c->'tierCodes') as y (code)
       join tier t on t.code = y.code and not t.retired
       join benefit b on b.code = c->>'code'`,
    [JSON.stringify(content.benefits)],
  );
}
