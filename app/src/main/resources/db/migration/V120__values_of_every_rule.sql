-- A county sets values of clocks, limits and forms as it does those of duties.
alter table local_value rename column duty to rule;

-- A matter runs on the procedure it was opened under, the county's own values included.
alter table matter_procedure add column local_values text not null default '';
