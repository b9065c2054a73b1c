-- A document taken in by an office. Its text stays with that office: a speech is not for everyone to read.
create table deployment (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  office uuid not null,
  title text not null,
  file_name text,
  content text not null,
  remarks text not null,
  noted_on date not null
);
call secure('deployment');
create policy drafting_office on deployment
  using (county = scope_county() and scope_has('DRAFT_DEPLOYMENT') and scope_reaches(office));

-- The journal: edits and steps. Everything else about a draft is computed from it.
create table deployment_entry (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  deployment uuid not null references deployment,
  number int not null,
  step boolean not null,
  body jsonb not null,
  by_name text not null,
  noted_on date not null,
  unique (deployment, number)
);
call secure('deployment_entry');
create policy drafting_office on deployment_entry
  using (county = scope_county() and exists (select from deployment d where d.id = deployment));

-- What left the office: units asked, table issued, row adjusted. The newest notice says where others see it stand.
create table deployment_notice (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  deployment uuid not null references deployment,
  number int not null,
  kind text not null check (kind in ('asked', 'closed', 'issued', 'adjusted')),
  title text not null,
  paper text,
  day date not null,
  answer_by date,
  unique (deployment, number)
);
create unique index deployment_paper on deployment_notice (county, paper) where kind = 'issued';
call secure('deployment_notice');

-- A unit that stands in a row, as lead or supporting; groups are resolved into units on the day.
create table deployment_row_unit (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  deployment uuid not null references deployment,
  row_id uuid not null,
  entry int not null,
  unit uuid not null,
  leads boolean not null
);
create index deployment_row_unit_of on deployment_row_unit (unit);
create index deployment_row_unit_row on deployment_row_unit (row_id);
call secure('deployment_row_unit');

-- A row as it left the office; the newest entry of a row counts. Asked rows are seen by the units concerned,
-- issued rows by the whole county.
create table deployment_row (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  deployment uuid not null references deployment,
  row_id uuid not null,
  entry int not null,
  issued boolean not null,
  dropped boolean not null,
  number text not null,
  place int not null,
  section text not null,
  body jsonb not null,
  unique (row_id, entry, issued)
);
create index deployment_row_of on deployment_row (deployment, row_id, entry desc);
call secure('deployment_row');

-- No policy below reads the table it guards: deployment_row_unit → (nothing), notice and row → deployment_row_unit.
create policy concerned on deployment_row_unit for select
  using (county = scope_county() and (scope_reaches(unit) or scope_has('DRAFT_DEPLOYMENT')));
create policy drafting_office on deployment_row_unit for insert
  with check (county = scope_county() and exists (select from deployment d where d.id = deployment));

create policy concerned on deployment_row for select
  using (county = scope_county() and (issued
    or exists (select from deployment d where d.id = deployment_row.deployment)
    or exists (select from deployment_row_unit u where u.row_id = deployment_row.row_id and scope_reaches(u.unit))));
create policy drafting_office on deployment_row for insert
  with check (county = scope_county() and exists (select from deployment d where d.id = deployment));

create policy concerned on deployment_notice for select
  using (county = scope_county() and (kind in ('issued', 'adjusted')
    or exists (select from deployment d where d.id = deployment_notice.deployment)
    or exists (select from deployment_row_unit u where u.deployment = deployment_notice.deployment and scope_reaches(u.unit))));
create policy drafting_office on deployment_notice for insert
  with check (county = scope_county() and exists (select from deployment d where d.id = deployment));

-- What a unit has against a row, and how the office settled it.
create table deployment_objection (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  deployment uuid not null references deployment,
  row_id uuid not null,
  unit uuid not null,
  unit_name text not null,
  about text not null,
  words text not null,
  by_name text not null,
  noted_on date not null
);
create index deployment_objection_of on deployment_objection (deployment);
call secure('deployment_objection');
create policy unit_or_office on deployment_objection
  using (county = scope_county() and (scope_reaches(unit) or exists (select from deployment d where d.id = deployment)));

create table deployment_settlement (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  objection uuid not null unique references deployment_objection,
  deployment uuid not null references deployment,
  result text not null,
  reason text not null,
  by_name text not null,
  noted_on date not null
);
call secure('deployment_settlement');
create policy unit_or_office on deployment_settlement for select
  using (county = scope_county() and exists (select from deployment_objection o where o.id = objection));
create policy drafting_office on deployment_settlement for insert
  with check (county = scope_county() and exists (select from deployment d where d.id = deployment));

-- The issued table as bytes, with both points in time it was computed at.
create table deployment_issue (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  deployment uuid not null unique references deployment,
  paper text not null,
  issued_on date not null,
  as_of_day date not null,
  known_act uuid not null references act,
  word bytea not null,
  workbook bytea not null
);
call secure('deployment_issue');
create policy in_county on deployment_issue for select using (county = scope_county());
create policy drafting_office on deployment_issue for insert
  with check (county = scope_county() and exists (select from deployment d where d.id = deployment));
