-- What a unit notes about itself and rules turn on: when its term of office began, how many Party members work where
-- no branch counts them, which joint branch they belong to.
create table org_particular (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  supersedes uuid references org_particular,
  unit uuid not null,
  sort text not null,
  value text not null
);

-- Websites, official accounts and work groups of the county's own. There is no column for who is in one, for what is
-- said there, or for an account that is anybody else's.
create table org_channel (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  supersedes uuid references org_channel,
  channel uuid not null,
  unit uuid not null,
  kind text not null,
  name text not null,
  purpose text not null,
  owner uuid not null,
  reviewer uuid,
  fresh_days int not null check (fresh_days >= 0),
  dissolve_by date
);

do $$
declare fact text;
begin
  foreach fact in array array['org_particular', 'org_channel'] loop
    call secure(fact);
    execute format('create policy in_county on %I for select using (county = scope_county())', fact);
    execute format('create policy unit_or_above on %I for insert with check (county = scope_county() and scope_reaches(unit))', fact);
    execute format('create unique index %I on %I (supersedes) where supersedes is not null', fact || '_superseded_once', fact);
  end loop;
end $$;
