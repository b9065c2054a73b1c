-- Instances of duties are computed and never stored. Kept here is only what somebody said about one,
-- under duty, bearer and period, and the emergencies in which duties count out.
create table duty_said (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  duty text not null,
  bearer text not null,
  period_from date not null,
  period_until date not null check (period_until > period_from),
  unit uuid not null,
  kept_kind text not null,
  kind text not null check (kind in ('exempted', 'explained', 'kept-elsewhere', 'handed-over')),
  words text not null,
  day date,
  said_on date not null,
  said_under uuid not null
);
create index duty_said_about on duty_said (duty, bearer, period_from);
call secure('duty_said');
-- The unit itself, those above it, and the department that keeps the institution.
create policy unit_township_department on duty_said
  using (county = scope_county() and (scope_reaches(unit) or scope_keeps(kept_kind)))
  with check (county = scope_county() and (scope_reaches(unit) or scope_keeps(kept_kind)));

create table emergency (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  supersedes uuid references emergency,
  paper text not null,
  area uuid[] not null,
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  unique (supersedes)
);
call secure('emergency');
create policy in_county on emergency for select using (county = scope_county());
create policy keepers on emergency for insert
  with check (county = scope_county() and scope_has('KEEP_INSTITUTIONS'));
