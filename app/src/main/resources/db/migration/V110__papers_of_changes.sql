-- Each change of the organisation names its paper; a correction of something noted wrongly says why instead.
alter table organisation_change add column paper text not null default '';
alter table organisation_change add column reason text not null default '';
