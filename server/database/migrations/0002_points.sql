-- Points that know their order and their lots (V2).

-- The rate is fixed when an order first earns, so that a later tier or programme does not re-rate its refund.
-- What is held of an order's points (neither clawed back nor expired) keeps a refund from taking expired points twice.
alter table orders
  add column points_rate numeric,              -- points per unit of the company's currency, multiplier included
  add column points_held bigint not null default 0 check (points_held >= 0);

alter table points_entry
  add column taken jsonb,                      -- of what takes points: [[lot seq, points], …], oldest first
  add column reverses_seq int;                 -- the entry that this one undoes
create unique index points_entry_reverses on points_entry (customer_id, reverses_seq) where reverses_seq is not null;
