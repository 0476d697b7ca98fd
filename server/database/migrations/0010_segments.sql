-- Saved segments (S7, S8): what they are, who is in them since when, and the files made of them.

create table segment (
  id uuid primary key,
  name text not null,
  description text not null default '',
  kind text not null check (kind in ('DYNAMIC','LIST')),
  built_in text unique,                      -- the code of one that every company begins with
  owner_id uuid references staff (id),
  current_version int not null default 1,
  goal text not null default '',             -- S8: the playbook
  actions text[] not null default '{}',
  confidential boolean not null default false, -- its own rules look at contact data, or a list's did (A4); see segment_use
  source_id uuid references segment (id),    -- the segment that a list was frozen from
  members int,                               -- as of the last refresh; null: never
  refreshed_at timestamptz,
  idempotency_key text,
  request_hash bytea,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  version int not null default 1,
  unique (owner_id, idempotency_key)
);
create unique index segment_name on segment (lower(name)) where archived_at is null;
create index segment_updated on segment (updated_at desc, id desc);

create table segment_version (
  id uuid primary key,
  segment_id uuid not null references segment (id),
  number int not null,
  rules jsonb,                               -- null for lists: nobody is in them by rule
  note text not null default '',
  created_by uuid references staff (id),
  created_at timestamptz not null,
  unique (segment_id, number)
);

create table segment_use (                   -- what refers to it: SEGMENT also while the other one is archived
  segment_id uuid not null references segment (id),
  kind text not null,                        -- SEGMENT, and whatever later parts register
  user_id uuid not null,
  name text not null,
  primary key (segment_id, kind, user_id)
);
create index segment_use_user on segment_use (kind, user_id);

-- Without references: a million rows enter in one statement, and neither segments nor customers are ever deleted.
create table segment_membership (
  segment_id uuid not null,
  customer_id uuid not null,
  entered_at timestamptz,                    -- null: was a member when counting began, which is no movement
  left_at timestamptz,                       -- null: is a member
  merge_id uuid                              -- put on a list for the profile that went into this one
);
create unique index segment_membership_current on segment_membership (segment_id, customer_id) where left_at is null;
create index segment_membership_customer on segment_membership (customer_id);
create index segment_membership_entered on segment_membership (segment_id, entered_at desc, customer_id desc)
  where entered_at is not null;
create index segment_membership_left on segment_membership (segment_id, left_at desc, customer_id desc)
  where left_at is not null;

create table segment_point (                 -- one per company day on which the segment was looked at
  segment_id uuid not null references segment (id),
  day date not null,
  members int not null,
  entered int not null default 0,
  left_count int not null default 0,
  primary key (segment_id, day)
);

create table segment_export (
  id uuid primary key,
  segment_id uuid not null references segment (id),
  segment_version int not null,
  as_of date,                                -- null: as customers are when it runs
  status text not null check (status in ('READY','RUNNING','DONE','FAILED','CANCELLED','EXPIRED')),
  contacts text not null check (contacts in ('MASKED','CLEAR')),
  columns text[] not null,
  total int,                                 -- members when they were written down; null: not yet
  rows int not null default 0,
  bytes bigint not null default 0,
  error text,
  requested_by uuid not null references staff (id),
  idempotency_key text,
  request_hash bytea,
  requested_at timestamptz not null,
  touched_at timestamptz not null,           -- the last sign of life of its runner
  finished_at timestamptz,
  expires_at timestamptz,
  unique (requested_by, idempotency_key)
);
create index segment_export_segment on segment_export (segment_id, requested_at desc, id desc);
create index segment_export_open on segment_export (status) where status in ('READY','RUNNING','DONE');

create table segment_export_chunk (          -- the members, in the order of their ids, and their part of the file
  export_id uuid not null references segment_export (id) on delete cascade,
  seq int not null,
  customer_ids uuid[] not null,
  rows int,                                  -- null: not written yet
  data bytea,
  primary key (export_id, seq)
);
