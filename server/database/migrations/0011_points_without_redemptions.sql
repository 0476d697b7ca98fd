-- No redemption takes points, so no entry ever referred to one.
alter table points_entry drop column redemption_id;
