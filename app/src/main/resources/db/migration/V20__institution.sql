-- The catalogue as it was loaded, version by version, with its text; the county's own values; the day from
-- which each institution is in use. Open to everyone signed in: rules are no secret. Nothing is ever updated.
create table catalogue_version (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  digest text not null
);
call secure('catalogue_version');
create policy in_county on catalogue_version for select using (county = scope_county());
create policy loader on catalogue_version for insert with check (county = scope_county() and scope_system());

create table catalogue_file (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  version uuid not null references catalogue_version,
  path text not null,
  text text not null,
  unique (version, path)
);
call secure('catalogue_file');
create policy in_county on catalogue_file for select using (county = scope_county());
create policy loader on catalogue_file for insert with check (county = scope_county() and scope_system());

-- A value the county sets in place of one that is still to be confirmed, adopted by a named person.
create table local_value (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  duty text not null,
  parameter text not null,
  valid_from date not null,
  value text not null,
  paper text not null,
  adopted_by text not null,
  adopted_on date not null
);
call secure('local_value');
create policy in_county on local_value for select using (county = scope_county());
create policy keeper on local_value for insert with check (county = scope_county() and scope_has('KEEP_INSTITUTIONS'));

-- 启用日: periods that began before it count nowhere.
create table institution_use (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  institution text not null,
  first_day date not null
);
call secure('institution_use');
create policy in_county on institution_use for select using (county = scope_county());
create policy keeper on institution_use for insert with check (county = scope_county() and scope_has('KEEP_INSTITUTIONS'));
