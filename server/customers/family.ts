/**
 * A profile together with those merged into it, however often: ledgers, consents and tier moves are append-only and stay
 * where they were written, so whoever reads a person's history reads the family's.
 * The select gives (root, id) for each root in parameter $1 (uuid[]).
 */
export const FAMILY = `family(root, id) as (
  select id, id from unnest($1::uuid[]) as roots (id)
  union all
  select f.root, c.id from family f join customer c on c.merged_into_id = f.id
)`;
