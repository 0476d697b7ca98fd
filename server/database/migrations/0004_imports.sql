-- Imports: uploaded files in pieces (any server or worker can read them), and a file's lines until their orders are made.

create table upload (
  id uuid primary key,
  file_name text not null,
  bytes bigint not null default 0,
  complete boolean not null default false,  -- false: still arriving, or broken off
  created_by uuid references staff (id),
  created_at timestamptz not null
);
create table upload_chunk (
  upload_id uuid not null references upload (id) on delete cascade,
  seq int not null,
  data bytea not null,
  primary key (upload_id, seq)
);
alter table upload_chunk alter column data set storage external;  -- mostly gzipped already

alter table import_job
  alter column bytes_total set not null,
  add column touched_at timestamptz;                              -- the last sign of life of its runner
create index import_job_created on import_job (created_at desc, id desc);

alter table import_reject
  add column skipped boolean not null default false,               -- no sale, rather than a fault
  add column amount bigint;                                        -- 1/10000 of the file's currency unit; null: unreadable

create table import_line (                   -- lines that were understood; emptied when the import is done
  import_id uuid not null references import_job (id) on delete cascade,
  line int not null,
  number text not null,
  customer text,
  placed_at timestamptz not null,
  sku text not null,
  name text not null,
  category text,
  quantity int not null,
  unit_price bigint not null,               -- 1/100
  amount bigint not null,                   -- 1/100, rounded
  exact bigint not null,                    -- 1/10000, as in the file
  raw text not null,
  primary key (import_id, line)
);
create index import_line_number on import_line (import_id, number);

create table import_group (                  -- the invoices that the lines make
  import_id uuid not null references import_job (id) on delete cascade,
  seq int not null,                         -- by time, orders and credits apart
  credit boolean not null,
  number text not null,
  customer text,
  placed_at timestamptz not null,
  primary key (import_id, credit, seq)
);
create index import_group_customer on import_group (import_id, customer) where credit;
