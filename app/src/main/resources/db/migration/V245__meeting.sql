-- A meeting as it is planned. Every saving adds a version; the newest counts.
create table meeting_plan (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  meeting uuid not null,
  number int not null,
  unit uuid not null,
  day date not null,
  body jsonb not null,
  by_name text not null,
  noted_on date not null,
  unique (meeting, number)
);
create index meeting_plan_day on meeting_plan (day);
call secure('meeting_plan');

-- Which units were asked to come, once the notice went out.
create table meeting_party (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  meeting uuid not null,
  host uuid not null,
  unit uuid not null
);
create index meeting_party_meeting on meeting_party (meeting);
create index meeting_party_unit on meeting_party (unit);
call secure('meeting_party');
create policy own_line on meeting_party for select
  using (county = scope_county() and (scope_reaches(unit) or scope_reaches(host)));
create policy named on meeting_party for insert
  with check (county = scope_county() and scope_reaches(host));

create policy host_or_party on meeting_plan for select
  using (county = scope_county() and (scope_reaches(unit) or exists (select from meeting_party p where p.meeting = meeting_plan.meeting)));
create policy host on meeting_plan for insert
  with check (county = scope_county() and scope_reaches(unit));

-- What happened to it: told, changed, cancelled, closed by its minutes, corrected.
create table meeting_step (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  meeting uuid not null,
  number int not null,
  host uuid not null,
  step text not null check (step in ('TOLD', 'CHANGED', 'CANCELLED', 'CLOSED', 'CORRECTED')),
  plan int not null,
  paper uuid,
  words text not null,
  by_name text not null,
  noted_on date not null,
  unique (meeting, number)
);
create index meeting_step_paper on meeting_step (paper);
call secure('meeting_step');
create policy host_or_party on meeting_step for select
  using (county = scope_county() and (scope_reaches(host) or exists (select from meeting_party p where p.meeting = meeting_step.meeting)));
create policy host on meeting_step for insert
  with check (county = scope_county() and scope_reaches(host));

-- Whoever was asked reads the notice and the minutes as they were issued.
create policy sent_to on paper_issue for select
  using (county = scope_county() and exists (select from meeting_step s where s.paper = paper_issue.paper));

-- What a seat answered, for the day and hour it was asked for; the newest counts. No reason of a 请假 is asked.
create table meeting_reply (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  meeting uuid not null,
  host uuid not null,
  seat text not null,
  unit uuid not null,
  for_day date not null,
  for_start time not null,
  answer text not null check (answer in ('IN_PERSON', 'DELEGATES', 'EXCUSED')),
  substitute uuid check ((answer = 'DELEGATES') = (substitute is not null)),
  by_name text not null,
  noted_on date not null
);
create index meeting_reply_meeting on meeting_reply (meeting);
call secure('meeting_reply');
create policy own_or_host on meeting_reply
  using (county = scope_county() and (scope_reaches(unit) or scope_reaches(host)));

-- The minutes with what was agreed; a correction is a further version with its reason.
create table meeting_minutes (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  meeting uuid not null,
  number int not null,
  host uuid not null,
  body jsonb not null,
  reason text not null,
  record uuid not null,
  by_name text not null,
  noted_on date not null,
  unique (meeting, number),
  check ((number = 1) = (reason = ''))
);
call secure('meeting_minutes');
create policy host_or_party on meeting_minutes for select
  using (county = scope_county() and (scope_reaches(host) or exists (select from meeting_party p where p.meeting = meeting_minutes.meeting)));
create policy host on meeting_minutes for insert
  with check (county = scope_county() and scope_reaches(host));

-- What is left of who was there: present, represented or absent, confirmed by whoever took the minutes. No time of
-- day, no length, nothing of a connection; a unit sees its own seats, the organiser all.
create table meeting_attendance (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  meeting uuid not null,
  minutes int not null,
  host uuid not null,
  seat text not null,
  unit uuid not null,
  attended text not null check (attended in ('PRESENT', 'REPRESENTED', 'ABSENT')),
  substitute uuid check (substitute is null or attended = 'REPRESENTED'),
  unique (meeting, minutes, seat)
);
call secure('meeting_attendance');
create policy own_or_host on meeting_attendance for select
  using (county = scope_county() and (scope_reaches(unit) or scope_reaches(host)));
create policy host on meeting_attendance for insert
  with check (county = scope_county() and scope_reaches(host));

-- How far a unit is from the county seat, and a village from its township, one way by road; the newest counts.
create table distance (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  unit uuid not null,
  towards text not null check (towards in ('COUNTY', 'TOWNSHIP')),
  metres int not null check (metres between 0 and 500000),
  minutes int not null check (minutes between 0 and 1440),
  by_name text not null,
  noted_on date not null
);
create index distance_unit on distance (unit, towards);
call secure('distance');
create policy in_county on distance for select using (county = scope_county());
create policy keeper on distance for insert with check (county = scope_county() and scope_has('KEEP_ORGANISATION'));
