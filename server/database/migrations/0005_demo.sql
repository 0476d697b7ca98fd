-- Set when the demo company is complete: one whose filling was cut off is made anew at the next start.
alter table company_setting add column demo_filled_at timestamptz;
