-- Everything below is owned by yizhen_owner; the program connects as yizhen_app, which owns nothing.
create extension if not exists pg_trgm;
grant usage on schema public to yizhen_app;

-- The scope of the asking transaction, set by its first statement. Missing or empty means: nothing.
create function scope_county() returns text language sql stable as
$$ select nullif(current_setting('yizhen.county', true), '') $$;

create function scope_account() returns uuid language sql stable as
$$ select nullif(current_setting('yizhen.account', true), '')::uuid $$;

-- A named system actor with a purpose; sees its county whole.
create function scope_system() returns boolean language sql stable as
$$ select coalesce(current_setting('yizhen.system', true), '') <> '' $$;

create function scope_has(permission text) returns boolean language sql stable as
$$ select scope_system() or permission = any (string_to_array(coalesce(current_setting('yizhen.permissions', true), ''), ',')) $$;

-- The department that keeps an institution sees its records.
create function scope_keeps(kind text) returns boolean language sql stable as
$$ select scope_system() or kind = any (string_to_array(coalesce(current_setting('yizhen.kinds', true), ''), ',')) $$;

-- ENABLE and FORCE, so that not even the owner reads past a policy; append-only for the program.
create procedure secure(target text) language plpgsql as $$
begin
  execute format('alter table %I enable row level security', target);
  execute format('alter table %I force row level security', target);
  execute format('grant select, insert on %I to yizhen_app', target);
end $$;

-- What this database was made for; written once, never changed.
create table installation (
  one boolean primary key default true check (one),
  county text not null,
  county_name text not null,
  demo boolean not null,
  created timestamptz not null
);
call secure('installation');
-- Read before anyone has a scope: it names the county every scope is built from.
create policy everyone_reads on installation for select using (true);
create policy once on installation for insert with check (true);

-- An act: who changed what, when, under which post. Facts point to the act that noted them.
create table act (
  id uuid primary key,
  county text not null,
  seq bigint generated always as identity,
  account uuid not null,
  post uuid,
  kind text not null,
  subject uuid,
  based_on uuid,
  key uuid not null,
  at timestamptz not null,
  content bytea not null,
  digest bytea not null,
  unique (account, key)
);
call secure('act');
create policy own_or_audit on act for select
  using (county = scope_county() and (account = scope_account() or scope_has('AUDIT')));
create policy own on act for insert
  with check (county = scope_county() and (account = scope_account() or scope_system()));

-- What the first performance answered, so that a repeat answers the same.
create table act_result (
  act uuid primary key references act,
  county text not null,
  result text not null
);
call secure('act_result');
create policy in_county on act_result using (county = scope_county());

-- Which acts touched a subject, for «somebody changed this meanwhile»: identities, nothing of their content.
create table act_trail (
  act uuid primary key references act,
  county text not null,
  subject uuid not null,
  seq bigint not null
);
create index act_trail_newest on act_trail (subject, seq desc);
call secure('act_trail');
create policy in_county on act_trail using (county = scope_county());

-- Acts are numbered in commit order by a sequencer that sees only what is committed, so that writers
-- never queue behind one another (docs/decisions/0003).
create table act_pending (act uuid primary key references act, county text not null);
call secure('act_pending');
grant delete on act_pending to yizhen_app;
create policy in_county on act_pending using (county = scope_county());

create table act_order (
  act uuid primary key references act,
  number bigint not null unique,
  county text not null
);
call secure('act_order');
create policy in_county on act_order using (county = scope_county());

-- Which units lie below which, at any time in their lives; filled by the organisation.
create table unit_reach (
  unit uuid not null,
  ancestor uuid not null,
  county text not null,
  primary key (unit, ancestor)
);
call secure('unit_reach');
create policy in_county on unit_reach using (county = scope_county());

create function scope_reaches(target uuid) returns boolean language sql stable as
$$ select scope_system() or exists (
     select from unit_reach r
     where r.unit = target
       and r.ancestor = any (string_to_array(nullif(current_setting('yizhen.roots', true), ''), ',')::uuid[])) $$;
