-- A formal document as it is drafted. Every saving adds a version; the newest counts.
create table paper_draft (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  paper uuid not null,
  unit uuid not null,
  number int not null,
  kind text not null,
  body jsonb not null,
  by_name text not null,
  noted_on date not null,
  unique (paper, number)
);
create index paper_draft_unit on paper_draft (unit);
call secure('paper_draft');
create policy own_unit on paper_draft using (county = scope_county() and scope_reaches(unit));

-- The register of what was issued: both points in time, the catalogue it was made under, and its bytes.
create table paper_issue (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  paper uuid not null unique,
  unit uuid not null,
  kind text not null,
  number text not null,
  title text not null,
  day date not null,
  characters int not null,
  explanation text not null,
  by_name text not null,
  as_of_day date not null,
  known bigint not null,
  catalogue text not null,
  word bytea not null,
  workbook bytea,
  unique (county, unit, number)
);
call secure('paper_issue');
create policy own_unit on paper_issue using (county = scope_county() and scope_reaches(unit));

-- How many documents a unit issued in a year that are not in this register; a correction supersedes.
create table paper_year (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  unit uuid not null,
  year int not null,
  documents int not null,
  basis text not null,
  by_name text not null,
  noted_on date not null,
  supersedes uuid references paper_year
);
create index paper_year_of on paper_year (unit, year);
call secure('paper_year');
create policy own_unit on paper_year using (county = scope_county() and scope_reaches(unit));
