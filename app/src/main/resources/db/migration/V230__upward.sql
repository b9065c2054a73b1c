-- 上报: returns the county issued, the days they left on, and what a receiving level read. A return's rows are
-- totals of the county, a township or a kind of unit; nothing here can hold a village or a person, so these tables
-- may travel: in packages, or by logical replication (docs/decisions/0143). Rows of other counties therefore stand in
-- the same tables, and their `act` is an act of that county: no foreign key.
create table upward_return (
  id uuid primary key,
  county text not null,
  act uuid not null,
  number int not null check (number > 0),
  period_from date not null,
  period_until date not null check (period_until > period_from),
  on_day date not null,
  known bigint not null,
  catalogue text not null,
  issued_on date not null,
  supersedes uuid,
  reason text not null,
  unique (county, number),
  unique (supersedes)
);

create table upward_row (
  id uuid primary key,
  county text not null,
  act uuid not null,
  return_id uuid not null,
  area_kind text not null check (area_kind in ('county', 'county-level', 'township', 'unit-kind')),
  area_code text not null,
  area_name text not null,
  place int not null,
  pillar text not null,
  institution text not null,
  duty text not null,
  title text not null,
  period_from date not null,
  period_until date not null check (period_until > period_from),
  counted_out int not null check (counted_out >= 0),
  exempt int not null check (exempt >= 0),
  met int not null check (met >= 0),
  met_late int not null check (met_late >= 0),
  open int not null check (open >= 0),
  not_seen int not null check (not_seen >= 0),
  unique (return_id, area_kind, area_code, duty, period_from)
);
create index upward_row_of_duty on upward_row (duty, return_id);

-- The county's daily word: which returns left since the last one, often none. That it came says that the line works.
create table upward_dispatch (
  id uuid primary key,
  county text not null,
  act uuid not null,
  county_name text not null,
  number int not null check (number > 0),
  day date not null,
  returns uuid[] not null,
  unique (county, number)
);

-- Which counties this place receives from, and since when under which key.
create table upward_source (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  source text not null,
  source_name text not null,
  route text not null check (route in ('package', 'replica')),
  unique (county, source, route)
);

create function scope_receives(source text) returns boolean language sql stable as
$$ select exists (select from upward_source s where s.county = scope_county() and s.source = scope_receives.source) $$;

-- Who signed a return stays in the county.
create table upward_issuer (
  return_id uuid primary key references upward_return,
  county text not null,
  act uuid not null references act,
  by_name text not null,
  by_post text not null
);

-- A package as it was signed, byte for byte, so that it can be put down again.
create table upward_package (
  dispatch uuid primary key references upward_dispatch,
  county text not null,
  act uuid not null references act,
  name text not null,
  digest text not null,
  content bytea not null,
  unique (county, name)
);

create table upward_delivery (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  package uuid not null references upward_package,
  folder text not null,
  at timestamptz not null
);

-- What was found in the receiving folder: taken, or refused with every reason.
create table upward_receipt (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  name text not null,
  digest text not null,
  source text,
  dispatch uuid,
  taken boolean not null,
  reasons text not null,
  at timestamptz not null
);
create index upward_receipt_of on upward_receipt (digest);

call secure('upward_return');
call secure('upward_row');
call secure('upward_dispatch');
call secure('upward_source');
call secure('upward_issuer');
call secure('upward_package');
call secure('upward_delivery');
call secure('upward_receipt');

create policy readable on upward_return for select using (county = scope_county() or scope_receives(county));
create policy issuer on upward_return for insert
  with check (county = scope_county() and scope_has('SUPERVISE') or scope_system() and scope_receives(county));
create policy readable on upward_row for select using (county = scope_county() or scope_receives(county));
create policy issuer on upward_row for insert
  with check (county = scope_county() and scope_has('SUPERVISE') or scope_system() and scope_receives(county));
create policy readable on upward_dispatch for select using (county = scope_county() or scope_receives(county));
create policy issuer on upward_dispatch for insert
  with check (county = scope_county() and scope_has('SUPERVISE') or scope_system() and scope_receives(county));
create policy readable on upward_source for select using (county = scope_county());
create policy reader on upward_source for insert with check (county = scope_county() and scope_system());
create policy supervising_office on upward_issuer using (county = scope_county() and scope_has('SUPERVISE'));
create policy supervising_office on upward_package using (county = scope_county() and scope_has('SUPERVISE'));
create policy supervising_office on upward_delivery using (county = scope_county() and scope_has('SUPERVISE'));
create policy readable on upward_receipt for select using (county = scope_county());
create policy reader on upward_receipt for insert with check (county = scope_county() and scope_system());
