-- What happened, noted once. A correction is a further row of the same subject that supersedes the one
-- before, with its reason; nothing is ever changed. No names: people are keys of the organisation, and who
-- was there is noted only where somebody wishes.
create table noted_record (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  subject uuid not null,
  supersedes uuid references noted_record,
  reason text,
  withdrawn boolean not null default false,
  unit uuid not null,
  year int not null,
  number int not null check (number > 0),
  kind text not null,
  body uuid,
  day date not null,
  place text not null,
  chair uuid,
  chair_posts uuid[] not null,
  led_by text[] not null,
  recorder uuid,
  topic text not null,
  topics text[] not null,
  members int check (members >= 0),
  due int check (due >= 0),
  present int check (present between 0 and due),
  voting_due int check (voting_due between 0 and due),
  voting_present int check (voting_present between 0 and present),
  not_counted text not null,
  makes_up_from date,
  makes_up_until date check (makes_up_until > makes_up_from),
  noted_on date not null,
  noted_by uuid,
  noted_under uuid,
  noted_for_unit uuid not null,
  unique (supersedes),
  check ((supersedes is null) = (reason is null))
);
create index noted_record_by_unit on noted_record (unit, day desc);
create index noted_record_by_day on noted_record (county, day);
create index noted_record_by_subject on noted_record (subject);
create unique index noted_record_numbered on noted_record (unit, year, number) where supersedes is null;
call secure('noted_record');
create policy unit_township_department on noted_record for select
  using (county = scope_county() and (scope_reaches(unit) or scope_keeps(kind)));
-- A department that keeps an institution reads its records and writes none.
create policy unit_or_above on noted_record for insert
  with check (county = scope_county() and scope_reaches(unit) and scope_reaches(noted_for_unit));

-- Decisions with their votes, only where something was decided; of 任免 items no name and no words.
create table record_decision (
  record uuid not null references noted_record,
  county text not null,
  act uuid not null references act,
  place int not null,
  about text not null,
  personnel boolean not null,
  in_favour int not null check (in_favour >= 0),
  against int not null check (against >= 0),
  abstained int not null check (abstained >= 0),
  primary key (record, place),
  check (not personnel or about = '')
);
call secure('record_decision');
create policy with_its_record on record_decision
  using (county = scope_county() and exists (select from noted_record r where r.id = record))
  with check (county = scope_county() and exists (select from noted_record r where r.id = record and scope_reaches(r.unit)));

-- Who was there, where somebody wished to note it: for the unit and those above it, not for departments.
create table record_present (
  record uuid not null references noted_record,
  county text not null,
  act uuid not null references act,
  unit uuid not null,
  person uuid not null,
  primary key (record, person)
);
call secure('record_present');
create policy unit_and_township on record_present using (county = scope_county() and scope_reaches(unit));

-- Papers laid beside a record, never asked for.
create table record_attachment (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  subject uuid not null,
  unit uuid not null,
  name text not null,
  media_type text not null,
  size int not null check (size between 1 and 10485760),
  content bytea not null,
  digest bytea not null
);
create index record_attachment_of on record_attachment (subject);
call secure('record_attachment');
create policy unit_and_township on record_attachment using (county = scope_county() and scope_reaches(unit));

-- The unit says that what was entered for it is not right, in a sentence; whoever entered it answers, or corrects.
create table record_dispute (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  subject uuid not null,
  unit uuid not null,
  words text not null,
  noted_on date not null,
  noted_by uuid,
  answers uuid references record_dispute
);
create unique index record_dispute_answered_once on record_dispute (answers);
create index record_dispute_of on record_dispute (subject);
call secure('record_dispute');
create policy unit_and_township on record_dispute using (county = scope_county() and scope_reaches(unit));
