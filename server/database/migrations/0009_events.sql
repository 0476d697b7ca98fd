-- What customers do (A2): events by the month, their counts by the day, and what stages ask of them (S4).

-- A month of the company's time zone is a partition: a year of a busy shop stays queryable, and old months are dropped at once.
-- No reference to customer: a check for each of a hundred million rows; whoever writes holds the customer's figures.
create table customer_event (
  customer_id uuid not null,
  key uuid not null,                        -- a hash of source and the source's id: a retry is known by it
  at timestamptz not null,
  kind text not null,
  source text not null,
  sku text,
  category text,
  detail text,
  came_to uuid,                             -- the profile it came in for, where a merge has moved it; null: this one
  unique (at, key)                          -- by time first, so that what arrives is written at the index's end
) partition by range (at);
create index customer_event_customer on customer_event (customer_id, at desc);
create index customer_event_sku on customer_event (sku, at) include (customer_id, kind) where sku is not null;

create table customer_event_day (
  kind text not null,
  customer_id uuid not null,
  day date not null,                        -- in the company's time zone
  events int not null check (events > 0),
  primary key (kind, customer_id, day) include (events)
) partition by range (day);

create table customer_activity (
  customer_id uuid primary key references customer (id),
  last_event_at timestamptz not null,
  last_login_at timestamptz,
  login_days date[] not null default '{}'   -- the newest 31 days with a login, newest first
) with (fillfactor = 70);

-- The application makes and drops no tables by itself: these do it for it, and can do nothing else.

-- Makes the month's partitions. A table that is attached, rather than made in place, keeps nobody from reading and writing.
create function ensure_event_month(month date) returns void language plpgsql strict security definer
  set search_path = pg_catalog, public, pg_temp set timezone = 'UTC' set datestyle = 'ISO, YMD' as
$$
declare
  first date := date_trunc('month', month);
  next date := first + interval '1 month';
  suffix text := to_char(first, 'YYYY_MM');
  zone text;
begin
  if first not between '1900-01-01' and '2200-12-01' then
    raise exception 'no events are kept for %', month using errcode = 'invalid_parameter_value';
  end if;
  perform pg_advisory_xact_lock(72817);
  select time_zone into strict zone from public.company_setting;
  if to_regclass('public.customer_event_' || suffix) is null then
    execute format('create table public.%I (like public.customer_event including all)', 'customer_event_' || suffix);
    execute format('alter table public.customer_event attach partition public.%I for values from (%L) to (%L)',
      'customer_event_' || suffix, first::timestamp at time zone zone, next::timestamp at time zone zone);
  end if;
  if to_regclass('public.customer_event_day_' || suffix) is null then
    execute format('create table public.%I (like public.customer_event_day including all) with (fillfactor = 80)',
      'customer_event_day_' || suffix);
    execute format('alter table public.customer_event_day attach partition public.%I for values from (%L) to (%L)',
      'customer_event_day_' || suffix, first, next);
  end if;
end $$;

-- Drop a month: one function for each table, so that a reader of both can never wait in a circle. Rather fails after a while
-- than keeps everybody waiting behind a long read.
create function drop_event_month(month date) returns void language plpgsql strict security definer
  set search_path = pg_catalog, public, pg_temp set lock_timeout = '3s' as
$$ begin execute format('drop table if exists public.%I', 'customer_event_' || to_char(month, 'YYYY_MM')); end $$;

create function drop_event_day_month(month date) returns void language plpgsql strict security definer
  set search_path = pg_catalog, public, pg_temp set lock_timeout = '3s' as
$$ begin execute format('drop table if exists public.%I', 'customer_event_day_' || to_char(month, 'YYYY_MM')); end $$;

revoke execute on function ensure_event_month(date), drop_event_month(date), drop_event_day_month(date) from public;

-- Imports of events.
alter table import_job drop constraint import_job_kind_check;
alter table import_job add constraint import_job_kind_check check (kind in ('ORDERS', 'EVENTS'));
