-- The first shape of the house: people who sign in, customers, orders, points, tiers, benefits, imports, audit.
-- Money columns are integers of 1/100 of the currency unit; base_* money is in the company's own currency.
-- Every instant is timestamptz; a date is a day in the company's time zone.

create extension if not exists pg_trgm;

-- company ------------------------------------------------------------------------------------------------------
create table company_setting (
  id boolean primary key default true check (id),       -- exactly one row
  name text not null,
  time_zone text not null default 'Asia/Shanghai',
  currency char(3) not null default 'CNY',
  exchange_rates jsonb not null default '{}',            -- {"GBP": 9.3}: units of the company's currency per unit
  retention jsonb not null default '{}',                 -- A4: months per kind of data
  secrets jsonb not null default '{}',                   -- signing keys made at first start, never in the API
  demo boolean not null default false,
  version int not null default 1,
  updated_at timestamptz not null
);

-- people who sign in -------------------------------------------------------------------------------------------
create table staff (
  id uuid primary key,
  email text not null,
  name text not null,
  role text not null check (role in ('ADMIN','SERVICE_MANAGER','SERVICE_AGENT','MARKETING','ANALYST')),
  password_hash text not null,
  status text not null default 'ACTIVE' check (status in ('ACTIVE','DISABLED')),
  locale text not null default 'zh' check (locale in ('zh','en')),
  created_at timestamptz not null,
  last_sign_in_at timestamptz,
  version int not null default 1
);
create unique index staff_email_unique on staff (lower(email));

create table staff_session (
  id uuid primary key,
  staff_id uuid not null references staff (id),
  token_hash bytea not null,                -- the refresh token valid now
  previous_hash bytea,                      -- the one before it: its reuse is theft
  rotated_at timestamptz,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  revoked_reason text,
  ip text,
  user_agent text
);
create index staff_session_staff on staff_session (staff_id) where revoked_at is null;
create unique index staff_session_token on staff_session (token_hash);
create unique index staff_session_previous on staff_session (previous_hash) where previous_hash is not null;

create table sign_in_failure (               -- lockout by account and by address
  key text primary key,
  failures int not null,
  window_started_at timestamptz not null
);

create table api_key (
  id uuid primary key,
  name text not null,
  prefix text not null unique,
  secret_hash bytea not null,
  scopes text[] not null,
  created_by uuid not null references staff (id),
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz
);

-- customers (A1–A4) --------------------------------------------------------------------------------------------
create table customer (
  id uuid primary key,
  name text not null default '',
  gender text check (gender in ('FEMALE','MALE','OTHER')),
  birthday date,
  phone text,
  email text,
  city text,
  locale text not null default 'zh' check (locale in ('zh','en')),
  preferred_channel text check (preferred_channel in ('SMS','EMAIL','PUSH','WECHAT','IN_APP','PHONE')),
  quiet_from time,
  quiet_until time,
  interests text[] not null default '{}',
  tags text[] not null default '{}',
  status text not null default 'ACTIVE' check (status in ('ACTIVE','MERGED','ERASED')),
  merged_into_id uuid references customer (id),
  registered_at timestamptz not null,
  source_updated_at timestamptz,            -- newest push accepted, so that late pushes do not undo newer ones
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1
);
create index customer_phone on customer (phone) where phone is not null;
create index customer_email on customer (lower(email)) where email is not null;
create index customer_inactive on customer (id) where status <> 'ACTIVE';
create index customer_name_trgm on customer using gin (name gin_trgm_ops);
create index customer_tags on customer using gin (tags);
create index customer_registered on customer (registered_at desc, id desc);
create index customer_birthday on customer ((extract(month from birthday)), (extract(day from birthday))) where birthday is not null;

create table customer_identity (
  source text not null,
  external_id text not null,
  customer_id uuid not null references customer (id),
  created_at timestamptz not null,
  primary key (source, external_id)
);
create index customer_identity_customer on customer_identity (customer_id);
create index customer_identity_external on customer_identity (external_id);

create table customer_merge (
  id uuid primary key,
  survivor_id uuid not null references customer (id),
  merged_id uuid not null references customer (id),
  reason text not null,
  snapshot jsonb not null,                  -- all that is needed to undo it
  merged_by uuid references staff (id),
  merged_at timestamptz not null,
  reverted_by uuid references staff (id),
  reverted_at timestamptz
);
create index customer_merge_survivor on customer_merge (survivor_id);
create index customer_merge_merged on customer_merge (merged_id);

create table customer_consent (              -- append-only: the newest row per purpose counts
  id uuid primary key,
  customer_id uuid not null references customer (id),
  purpose text not null,
  document_version text not null,
  granted boolean not null,
  source text not null,
  at timestamptz not null
);
create index customer_consent_customer on customer_consent (customer_id, purpose, at desc);

create table customer_note (
  id uuid primary key,
  customer_id uuid not null references customer (id),
  body text not null,
  author_id uuid not null references staff (id),
  at timestamptz not null
);
create index customer_note_customer on customer_note (customer_id, at desc);

-- the tier programme (V1, V3, V6) ------------------------------------------------------------------------------
create table program_version (
  id uuid primary key,
  number int unique,                        -- given when published
  status text not null check (status in ('DRAFT','PUBLISHING','PUBLISHED','SUPERSEDED','FAILED')),
  content jsonb not null,                   -- settings, tiers, benefits: the whole document
  note text,
  based_on_id uuid references program_version (id),
  rollback_of_id uuid references program_version (id),
  impact jsonb,
  impact_at timestamptz,
  progress_done int not null default 0,
  progress_total int,
  swept_to uuid,                            -- customers up to this id conform already
  error text,
  created_by uuid references staff (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  published_by uuid references staff (id),
  published_at timestamptz,
  version int not null default 1
);
create unique index program_version_one_draft on program_version (status) where status = 'DRAFT';
create unique index program_version_one_publishing on program_version (status) where status = 'PUBLISHING';
create unique index program_version_one_published on program_version (status) where status = 'PUBLISHED';

create table tier (                          -- as published; rank 1 is the lowest
  id uuid primary key,
  code text not null unique,
  rank int not null,
  name jsonb not null,                      -- {"zh": "...", "en": "..."}
  color text not null,
  spend_threshold bigint not null default 0 check (spend_threshold >= 0),
  points_threshold bigint not null default 0 check (points_threshold >= 0),
  retired boolean not null default false
);
create unique index tier_rank on tier (rank) where not retired;

create table benefit (                       -- as published
  id uuid primary key,
  code text not null unique,
  kind text not null,
  name jsonb not null,
  terms jsonb not null default '{"zh":"","en":""}',
  how_to_use jsonb not null default '{"zh":"","en":""}',
  valid_from timestamptz,
  valid_until timestamptz,
  quota int check (quota > 0),              -- per customer and quota_period; null: unlimited
  quota_period text not null default 'MONTH' check (quota_period in ('DAY','WEEK','MONTH','QUARTER','YEAR','LIFETIME')),
  stock int check (stock >= 0),             -- in all; null: unlimited
  unit_cost bigint not null default 0 check (unit_cost >= 0),
  value numeric,                            -- percent, amount or multiplier, by kind
  redeemable boolean not null default true,
  retired boolean not null default false
);

create table tier_benefit (
  tier_id uuid not null references tier (id),
  benefit_id uuid not null references benefit (id),
  primary key (tier_id, benefit_id)
);
create index tier_benefit_benefit on tier_benefit (benefit_id);

-- the customer's own figures: narrow and hot (S6) --------------------------------------------------------------
create table customer_stats (
  customer_id uuid primary key references customer (id),
  order_count int not null default 0,
  spend bigint not null default 0,          -- net of refunds and cancellations, company currency
  first_order_at timestamptz,
  last_order_at timestamptz,
  stage text not null default 'PROSPECT' check (stage in ('PROSPECT','NEW','ACTIVE','DORMANT','CHURNED')),
  period_start date,                        -- the qualification window the three figures below are of
  period_spend bigint not null default 0,
  period_orders int not null default 0,
  period_points bigint not null default 0,
  tier_id uuid references tier (id),        -- in effect: the higher of what is earned and what is granted
  tier_since timestamptz,
  tier_cause text check (tier_cause in ('SPEND','POINTS','GRANT')),
  tier_period_start date,                   -- the window in which the earned tier was earned
  tier_expires_at timestamptz,              -- when it is looked at again, or the grant ends; null: never
  tier_grace_until timestamptz,             -- set while it is held only by grace
  earned_tier_id uuid references tier (id), -- held by orders alone, also below a grant
  earned_by text check (earned_by in ('SPEND','POINTS')),
  earned_kept boolean not null default false, -- left by the downgrade policy, not earned in any window in force
  earned_expires_at timestamptz,
  earned_grace_until timestamptz,
  points_balance bigint not null default 0 check (points_balance >= 0),
  points_debt bigint not null default 0 check (points_debt >= 0),   -- claw-back that the balance could not bear
  points_seq int not null default 0
) with (fillfactor = 70);
create index customer_stats_list on customer_stats (tier_id, stage, spend desc, customer_id desc);
create index customer_stats_spend on customer_stats (spend desc, customer_id desc);
create index customer_stats_last_order on customer_stats (last_order_at desc nulls last, customer_id desc);
create index customer_stats_tier_due on customer_stats (coalesce(earned_grace_until, earned_expires_at))
  where earned_expires_at is not null;

create table tier_grant (                    -- by hand, with reason and end (V1)
  id uuid primary key,
  customer_id uuid not null references customer (id),
  tier_id uuid not null references tier (id),
  reason text not null,
  starts_at timestamptz not null,
  ends_at timestamptz,                      -- null: for life
  granted_by uuid references staff (id),
  revoked_at timestamptz,
  revoked_by uuid references staff (id),
  ended_at timestamptz,                     -- when its end took effect
  idempotency_key text
);
create unique index tier_grant_key on tier_grant (customer_id, idempotency_key) where idempotency_key is not null;
create index tier_grant_running on tier_grant (tier_id) where revoked_at is null and ended_at is null;
create index tier_grant_customer on tier_grant (customer_id);
create index tier_grant_due on tier_grant (ends_at) where revoked_at is null and ended_at is null and ends_at is not null;

create table tier_move (                     -- history: says why each move happened
  id uuid primary key,
  customer_id uuid not null references customer (id),
  from_tier_id uuid references tier (id),
  to_tier_id uuid references tier (id),
  direction text not null check (direction in ('UP','DOWN')),
  cause text not null check (cause in ('ORDER','REFUND','PERIOD_END','GRANT','GRANT_END','PUBLISH','ROLLBACK','MERGE','POINTS')),
  reason text not null,
  order_id uuid,
  program_version_id uuid references program_version (id),
  actor_id uuid references staff (id),
  at timestamptz not null
);
create index tier_move_customer on tier_move (customer_id, at desc);
create index tier_move_at on tier_move (at);

-- orders -------------------------------------------------------------------------------------------------------
create table orders (
  id uuid primary key,
  source text not null,
  number text not null,
  customer_id uuid references customer (id), -- null: known anonymous
  placed_at timestamptz not null,
  status text not null default 'PLACED' check (status in ('PLACED','PARTLY_REFUNDED','REFUNDED','CANCELLED')),
  currency char(3) not null,
  amount bigint not null check (amount >= 0),
  refunded bigint not null default 0 check (refunded >= 0 and refunded <= amount),
  base_amount bigint not null,              -- amount in company currency at the rate of its arrival
  base_net bigint not null,                 -- what counts: base_amount less refunds; 0 when cancelled
  points bigint not null default 0,         -- earned and not clawed back
  content_hash bytea not null,              -- a retry is known by it
  source_updated_at timestamptz not null,
  created_at timestamptz not null,
  unique (source, number)
);
create index orders_customer on orders (customer_id, placed_at desc) include (base_net);
create index orders_placed on orders (placed_at desc, id desc);

create table order_line (
  order_id uuid not null references orders (id),
  position int not null,
  sku text not null,
  name text not null,
  category text,
  quantity int not null,
  unit_price bigint not null,
  amount bigint not null,
  primary key (order_id, position)
);
create index order_line_sku on order_line (sku);

create table order_reversal (                -- refunds and cancellations; may arrive before their order
  id uuid primary key,
  source text not null,
  number text not null,
  order_number text not null,
  order_id uuid references orders (id),     -- null: waiting for its order
  kind text not null check (kind in ('REFUND','CANCELLATION')),
  amount bigint check (amount > 0),         -- null: all that remains
  applied bigint not null default 0,        -- what it took off the order
  reason text,
  occurred_at timestamptz not null,
  content_hash bytea not null,
  created_at timestamptz not null,
  unique (source, number)
);
create index order_reversal_waiting on order_reversal (source, order_number) where order_id is null;
create index order_reversal_order on order_reversal (order_id);

-- points (V2) --------------------------------------------------------------------------------------------------
create table points_entry (                  -- append-only ledger; the sum of points is the balance
  customer_id uuid not null references customer (id),
  seq int not null,                         -- 1, 2, 3 … per customer: two writers cannot both be next
  kind text not null check (kind in ('EARN','SPEND','EXPIRE','ADJUST','REVERSE')),
  points bigint not null check (points <> 0),
  balance_after bigint not null check (balance_after >= 0),
  order_id uuid,
  redemption_id uuid,
  reason text,
  actor_id uuid references staff (id),
  idempotency_key text,
  expires_at timestamptz,                   -- of earned points
  at timestamptz not null,
  primary key (customer_id, seq)
);
create unique index points_entry_key on points_entry (customer_id, idempotency_key) where idempotency_key is not null;
create index points_entry_order on points_entry (order_id) where order_id is not null;

create table points_lot (                    -- what is left of each earning, spent oldest expiry first
  customer_id uuid not null references customer (id),
  seq int not null,
  remaining bigint not null check (remaining >= 0),
  expires_at timestamptz,
  reminded_at timestamptz,
  primary key (customer_id, seq)
);
create index points_lot_open on points_lot (customer_id, expires_at) where remaining > 0;
create index points_lot_due on points_lot (expires_at) where remaining > 0 and expires_at is not null;

-- perks (V3, V4) -----------------------------------------------------------------------------------------------
create table benefit_grant (                 -- personal: birthday, compensation, campaign, hand
  id uuid primary key,
  customer_id uuid not null references customer (id),
  benefit_id uuid not null references benefit (id),
  origin text not null check (origin in ('BIRTHDAY','COMPENSATION','CAMPAIGN','MANUAL','SYSTEM')),
  reason text not null default '',
  quantity int not null check (quantity > 0),
  used int not null default 0 check (used >= 0 and used <= quantity),
  starts_at timestamptz not null,
  ends_at timestamptz,
  granted_by uuid references staff (id),
  granted_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid references staff (id),
  idempotency_key text
);
create index benefit_grant_customer on benefit_grant (customer_id, ends_at);
create index benefit_grant_benefit on benefit_grant (benefit_id, granted_at desc);
create index benefit_grant_recent on benefit_grant (granted_at desc, id desc);
create unique index benefit_grant_key on benefit_grant (customer_id, idempotency_key) where idempotency_key is not null;

create table benefit_usage (                 -- quota used of a tier benefit in one period
  customer_id uuid not null references customer (id),
  benefit_id uuid not null references benefit (id),
  period_start date not null,               -- LIFETIME: 0001-01-01
  used int not null check (used >= 0),
  primary key (customer_id, benefit_id, period_start)
) with (fillfactor = 80);

create table benefit_stock (                 -- the only row that customers contend for
  benefit_id uuid primary key references benefit (id),
  used int not null default 0 check (used >= 0)
) with (fillfactor = 50);

create table redemption (
  id uuid primary key,
  customer_id uuid not null references customer (id),
  benefit_id uuid not null references benefit (id),
  grant_id uuid references benefit_grant (id),   -- null: drawn from the tier's quota
  quantity int not null check (quantity > 0),
  status text not null check (status in ('RESERVED','COMMITTED','RELEASED','REVERSED')),
  period_start date,
  code text not null unique,                -- what the till scans
  cost bigint not null default 0,
  tier_id uuid references tier (id),        -- held at that moment
  idempotency_key text not null,
  request_hash bytea not null,
  created_at timestamptz not null,
  reserved_until timestamptz,
  committed_at timestamptz,
  ended_at timestamptz,                     -- released or reversed
  end_reason text,
  actor_id uuid references staff (id),
  unique (customer_id, idempotency_key)
);
create index redemption_customer on redemption (customer_id, created_at desc);
create index redemption_recent on redemption (created_at desc, id desc);
create index redemption_due on redemption (reserved_until) where status = 'RESERVED';

create table notification (                  -- in-app messages to the customer (V5)
  id uuid primary key,
  customer_id uuid not null references customer (id),
  kind text not null,
  data jsonb not null,
  at timestamptz not null,
  read_at timestamptz
);
create index notification_customer on notification (customer_id, at desc, id desc);

-- imports ------------------------------------------------------------------------------------------------------
create table import_job (
  id uuid primary key,
  kind text not null check (kind in ('ORDERS','CUSTOMERS')),
  file_name text not null,
  file_hash bytea,
  stored_path text not null,
  status text not null check (status in ('READY','RUNNING','DONE','FAILED','CANCELLED')),
  mapping jsonb not null,
  options jsonb not null default '{}',
  bytes_total bigint,
  bytes_done bigint not null default 0,
  lines_done bigint not null default 0,
  checkpoint jsonb,
  counts jsonb not null default '{}',
  error text,
  created_by uuid references staff (id),
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz
);
create table import_reject (
  import_id uuid not null references import_job (id),
  line bigint not null,
  code text not null,
  message text not null,
  raw text not null,
  primary key (import_id, line)
);

-- audit --------------------------------------------------------------------------------------------------------
create table audit_entry (
  id uuid primary key,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('STAFF','CUSTOMER','SYSTEM','JOB')),
  actor_id text,
  actor_name text not null,
  action text not null,
  subject_type text not null,
  subject_id text,
  before jsonb,
  after jsonb,
  reason text,
  ip text,
  user_agent text,
  request_id text
);
create index audit_entry_at on audit_entry (at desc, id desc);
create index audit_entry_subject on audit_entry (subject_type, subject_id, at desc);
create index audit_entry_actor on audit_entry (actor_id, at desc);

create function audit_is_append_only() returns trigger language plpgsql as
$$ begin raise exception 'audit_entry is append-only' using errcode = 'insufficient_privilege'; end $$;
create trigger audit_append_only before update or delete on audit_entry for each row execute function audit_is_append_only();
create trigger audit_no_truncate before truncate on audit_entry for each statement execute function audit_is_append_only();

-- caches in every server hear of changed configuration
create function announce_configuration() returns trigger language plpgsql as
$$ begin perform pg_notify('configuration', tg_table_name); return null; end $$;
create trigger tier_announce after insert or update or delete on tier for each statement execute function announce_configuration();
create trigger benefit_announce after insert or update or delete on benefit for each statement execute function announce_configuration();
create trigger tier_benefit_announce after insert or update or delete on tier_benefit for each statement execute function announce_configuration();
create trigger program_announce after insert or update of status on program_version for each statement execute function announce_configuration();
create trigger company_announce after insert or update on company_setting for each statement execute function announce_configuration();
