-- Redemptions that know what they took, grants that know a retry (V4).

alter table redemption add column from_stock boolean not null default false;  -- whether stock is to be given back
alter table benefit_grant add column request_hash bytea;                      -- what was asked under the idempotency key

create index redemption_benefit on redemption (benefit_id, created_at desc, id desc);
