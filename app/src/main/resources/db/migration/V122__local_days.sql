-- Days on which this county differs from the national calendar, each by its paper. A later row for a day holds;
-- one that is withdrawn gives the day back to the calendar.
create table local_day (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  day date not null,
  works boolean not null,
  name text not null,
  document text not null,
  withdrawn boolean not null default false
);
call secure('local_day');
create policy everyone_counts on local_day for select using (county = scope_county());
create policy administrator on local_day for insert with check (county = scope_county() and scope_has('SYSTEM'));
