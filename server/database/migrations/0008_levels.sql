-- Levels of customers (S1-S6): RFM bands, stage and value segment, their thresholds, and their history.

create table level_version (                 -- thresholds: a draft, those in force, history
  id uuid primary key,
  number int unique,                        -- given when published
  status text not null check (status in ('DRAFT','PUBLISHING','PUBLISHED','SUPERSEDED','DISCARDED')),
  content jsonb not null,                   -- schema/levels/rules.ts
  note text,
  preview jsonb,
  progress_done int not null default 0,
  progress_total int,
  swept_to uuid,                            -- customers up to this id conform already
  created_by uuid references staff (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  published_by uuid references staff (id),
  published_at timestamptz,
  version int not null default 1
);
create unique index level_version_one_draft on level_version (status) where status = 'DRAFT';
create unique index level_version_one_publishing on level_version (status) where status = 'PUBLISHING';
create unique index level_version_one_published on level_version (status) where status = 'PUBLISHED';

create table level_rule (                    -- what is in force, where statements read it
  id boolean primary key default true check (id),       -- exactly one row
  version_id uuid not null references level_version (id),
  recency_days int[] not null,              -- of bands 1 to 3, like all of three
  frequency_times int[] not null,
  frequency_days int[] not null,
  monetary_shares float8[] not null,        -- percent
  new_days int not null,
  active_days int not null,
  dormant_days int not null,
  often_logins int not null,
  often_days int not null,
  high_value int[] not null,                -- worst recency, frequency and monetary band
  mid_value int[] not null,
  cutoff_every text not null check (cutoff_every in ('DAILY','WEEKLY','MONTHLY')),
  cutoffs bigint[],                         -- least spend of bands 1 to 3; null: not computed yet
  cutoffs_at timestamptz,
  cutoffs_before bigint[]                   -- set while customers are being moved from these cut-offs ({}: from none)
);

alter table customer_stats
  add column recency smallint,              -- bands 1 (best) to 4; null: never bought (S1-S3)
  add column frequency smallint,
  add column monetary smallint,
  add column value_segment text not null default 'OTHER'
    check (value_segment in ('HIGH_VALUE','MID_VALUE','NEW','DORMANT','CHURNED','OTHER')),
  add column last_event_on date,            -- company day of the last interaction
  add column frequent_until date,           -- interacts often up to this day (S4)
  add column period_due date,               -- first day on which an order leaves the qualification window
  add column levels_due date;               -- first day on which time alone changes anything in this row
create index customer_stats_due on customer_stats (levels_due, customer_id) where levels_due is not null;

-- One row each time anything changed, for whatever it changed. No reference to customer: a check for each row of a hot path;
-- whoever writes holds the customer's figures, which have one.
create table level_change (
  customer_id uuid not null,
  id bigint generated always as identity,
  at timestamptz not null,
  on_day date not null,
  cause text not null check (cause in ('ORDER','REFUND','EVENT','TIME','CUTOFFS','PUBLISH','MERGE')),
  stage_from text not null,
  stage_to text not null,
  value_from text not null,
  value_to text not null,
  recency_from smallint,
  recency_to smallint,
  frequency_from smallint,
  frequency_to smallint,
  monetary_from smallint,
  monetary_to smallint,
  days_since_order int,                     -- the facts at that moment
  days_since_event int,
  order_count int not null,
  spend bigint not null,
  primary key (customer_id, id)
);
create index level_change_stage on level_change (on_day, stage_from, stage_to) where stage_from <> stage_to;
create index level_change_value on level_change (on_day, value_from, value_to) where value_from <> value_to;
create index level_change_day on level_change using brin (on_day) with (pages_per_range = 32);

create trigger level_version_announce after insert or update of status on level_version for each statement execute function announce_configuration();
create trigger level_rule_announce after insert or update on level_rule for each statement execute function announce_configuration();
