-- Whoever reads a person's history looks for the profiles that have gone into this one.
create index customer_merged_into on customer (merged_into_id) where merged_into_id is not null;
