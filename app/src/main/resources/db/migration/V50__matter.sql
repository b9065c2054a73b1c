-- A matter: what is to be handled, as it was opened. Where it stands is computed from its steps.
create sequence matter_number;
grant usage on sequence matter_number to yizhen_app;

-- The text of a procedure some matter was opened under; a matter runs on that version to its end.
create table matter_procedure (
  digest text primary key,
  county text not null,
  act uuid not null references act,
  path text not null,
  content text not null
);
call secure('matter_procedure');
create policy in_county on matter_procedure using (county = scope_county());

create table matter (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  number text not null,
  title text not null,
  wording text not null,
  kind text not null,
  source text,
  paper text,
  origin uuid,
  procedure text not null references matter_procedure,
  parent uuid references matter,
  raiser uuid not null,
  parties jsonb not null,
  opened_at timestamptz not null,
  opened_by text not null,
  opened_post uuid not null,
  unique (county, number, kind)
);
create index matter_parent on matter (parent);
create index matter_origin on matter (origin);
call secure('matter');

-- Which unit ever had a role in it, for the row policies. A unit sees its own line only; who else has a
-- role is told by the steps.
create table matter_party (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  matter uuid not null,
  unit uuid not null,
  role text not null,
  named_by uuid not null
);
create index matter_party_matter on matter_party (matter);
create index matter_party_unit on matter_party (unit);
call secure('matter_party');
create policy own_line on matter_party for select
  using (county = scope_county() and (scope_has('SUPERVISE') or scope_reaches(unit)));
create policy named on matter_party for insert
  with check (county = scope_county() and scope_reaches(named_by));

create policy party_or_supervisor on matter for select
  using (county = scope_county() and (scope_has('SUPERVISE') or exists (select from matter_party p where p.matter = matter.id)));
create policy opener on matter for insert
  with check (county = scope_county() and scope_reaches(raiser));

-- The journal. Append-only; number makes two people's steps on one matter take turns.
create table matter_step (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  matter uuid not null references matter,
  number int not null,
  step text not null,
  taken_at timestamptz not null,
  by_name text not null,
  by_post uuid not null,
  by_unit uuid not null,
  standing text[] not null,
  said jsonb not null,
  unique (matter, number)
);
call secure('matter_step');
create policy with_matter on matter_step for select
  using (county = scope_county() and exists (select from matter m where m.id = matter));
create policy taken on matter_step for insert
  with check (county = scope_county() and scope_reaches(by_unit) and exists (select from matter m where m.id = matter));

-- Notices on holidays imported after the program was made; everyone counts by them.
create table holiday_notice (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  year int not null,
  content text not null
);
call secure('holiday_notice');
create policy everyone_counts on holiday_notice for select using (county = scope_county());
create policy administrator on holiday_notice for insert with check (county = scope_county() and scope_has('SYSTEM'));

-- What a new notice did to a due day.
create table matter_reprojection (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  matter uuid not null references matter,
  clock text not null,
  noted_at timestamptz not null,
  reason text not null
);
call secure('matter_reprojection');
create policy with_matter on matter_reprojection for select
  using (county = scope_county() and exists (select from matter m where m.id = matter));
create policy by_import on matter_reprojection for insert
  with check (county = scope_county() and scope_has('SYSTEM'));
