-- 本县办法: what a county writes itself, version by version, with its cases. Rules are no secret.
create table local_institution (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  institution text not null check (institution like 'local-%'),
  text text not null,
  cases text not null,
  saved_by text not null,
  saved_on date not null
);
create index local_institution_newest on local_institution (institution, id desc);
call secure('local_institution');
create policy in_county on local_institution for select using (county = scope_county());
create policy keeper on local_institution for insert with check (county = scope_county() and scope_has('KEEP_INSTITUTIONS'));

-- A version adopted by a named person, with its paper and the day it takes effect.
create table local_institution_adoption (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  institution text not null,
  version uuid not null references local_institution,
  paper text not null,
  valid_from date not null,
  adopted_by text not null,
  adopted_on date not null
);
call secure('local_institution_adoption');
create policy in_county on local_institution_adoption for select using (county = scope_county());
create policy keeper on local_institution_adoption for insert
  with check (county = scope_county() and scope_has('KEEP_INSTITUTIONS'));

-- That a named person compared a clause with its text.
create table source_check (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  rule text not null,
  cited text not null,
  article text,
  checked_by text not null,
  checked_on date not null
);
call secure('source_check');
create policy in_county on source_check for select using (county = scope_county());
create policy keeper on source_check for insert with check (county = scope_county() and scope_has('KEEP_INSTITUTIONS'));
