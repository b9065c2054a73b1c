-- The organisation: facts with the days on which they hold and the act that noted them. Nothing here is
-- ever updated; an ending or a correction is a further row that supersedes. The structure (who exists, who
-- holds which post, who is in charge of what) is open to everyone signed in to the county; it holds no
-- names, only keys. Names lie apart, see person_data.

-- Every act that changed the organisation, in the order of entry; the newest tells caches what they hold.
create table organisation_change (
  act uuid primary key references act,
  county text not null,
  seq bigint generated always as identity,
  title text not null,
  day date not null
);
call secure('organisation_change');
create policy in_county on organisation_change for select using (county = scope_county());
create policy keeper on organisation_change for insert with check (county = scope_county() and scope_has('KEEP_ORGANISATION'));

create table org_unit (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  supersedes uuid references org_unit,
  unit uuid not null,
  code text not null,
  name text not null,
  short_name text not null,
  kind text not null,
  parent uuid,
  rank int not null,
  attributes jsonb not null
);

create table org_person (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  supersedes uuid references org_person,
  person uuid not null
);

create table org_post (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  supersedes uuid references org_post,
  post uuid not null,
  code text not null,
  unit uuid not null,
  title text not null,
  functions text[] not null,
  rank int not null
);

create table org_holding (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  supersedes uuid references org_holding,
  person uuid not null,
  post uuid not null,
  kind text not null
);

create table org_body (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  supersedes uuid references org_body,
  body uuid not null,
  unit uuid not null,
  kind text not null,
  name text not null,
  rank int not null
);

create table org_membership (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  supersedes uuid references org_membership,
  person uuid not null,
  body uuid not null,
  kind text not null,
  voting boolean not null
);

create table org_member_count (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  supersedes uuid references org_member_count,
  body uuid not null,
  full_members int not null,
  probationary int not null,
  voting int not null
);

create table org_responsibility (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  supersedes uuid references org_responsibility,
  bearer text not null,
  kind text not null,
  subject text not null,
  keywords text[] not null,
  over_unit uuid,
  substitute uuid,
  basis text not null
);

create table org_succession (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  supersedes uuid references org_succession,
  kind text not null,
  predecessors uuid[] not null,
  successors uuid[] not null,
  basis text not null
);

do $$
declare fact text;
begin
  foreach fact in array array['org_unit', 'org_person', 'org_post', 'org_holding', 'org_body', 'org_membership',
                              'org_member_count', 'org_responsibility', 'org_succession'] loop
    call secure(fact);
    execute format('create policy in_county on %I for select using (county = scope_county())', fact);
    execute format('create policy keeper on %I for insert with check (county = scope_county() and scope_has(''KEEP_ORGANISATION''))', fact);
    -- a fact is superseded once; two corrections of one fact meet here
    execute format('create unique index %I on %I (supersedes) where supersedes is not null', fact || '_superseded_once', fact);
  end loop;
end $$;

-- Names of persons, sealed under a key per person. Kept as long as the person holds a post or belongs to a
-- body of the county, and five years after (the records that name them are kept as long). Who holds a post
-- is known to everyone signed in; a mere member's name only to those who reach the unit.
create table person_data (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  person uuid not null,
  unit uuid not null,
  official boolean not null,
  sealed bytea not null
);
create index person_data_person on person_data (person);
call secure('person_data');
create policy official_or_reached on person_data for select
  using (county = scope_county() and (official or scope_reaches(unit) or scope_has('KEEP_ORGANISATION')));
create policy keeper on person_data for insert with check (county = scope_county() and scope_has('KEEP_ORGANISATION'));

create table person_key (
  person uuid primary key,
  county text not null,
  secret bytea not null
);
call secure('person_key');
create policy with_the_data on person_key for select
  using (county = scope_county() and exists (select from person_data d where d.person = person_key.person));
create policy keeper on person_key for insert with check (county = scope_county() and scope_has('KEEP_ORGANISATION'));

-- Erasure by law: the key goes, the tombstone with its ground stays.
create table person_erasure (
  person uuid primary key,
  county text not null,
  act uuid not null references act,
  ground text not null,
  day date not null
);
call secure('person_erasure');
create policy in_county on person_erasure for select using (county = scope_county());
create policy keeper on person_erasure for insert with check (county = scope_county() and scope_has('KEEP_ORGANISATION'));

grant delete on person_key to yizhen_app;
create policy once_erased on person_key for delete
  using (county = scope_county() and scope_has('KEEP_ORGANISATION')
         and exists (select from person_erasure e where e.person = person_key.person));
