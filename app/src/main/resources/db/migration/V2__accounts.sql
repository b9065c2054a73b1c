-- Accounts are apart from persons: who may enter is one thing, who somebody is another.
create table account (
  id uuid primary key,
  county text not null,
  act uuid references act,
  login text not null,
  person uuid,
  roles text[] not null default '{}',
  unique (county, login)
);
create unique index account_person on account (person) where person is not null;
call secure('account');
create policy own_or_admin on account for select
  using (county = scope_county() and (id = scope_account() or scope_has('SECURITY') or scope_has('ISSUE_SLIPS')));
create policy admin_adds on account for insert
  with check (county = scope_county() and (scope_has('SECURITY') or scope_has('ISSUE_SLIPS')));

-- The newest row counts; an empty secret closes the account's password.
create table account_password (
  id uuid primary key,
  county text not null,
  account uuid not null references account,
  hash text not null,
  at timestamptz not null
);
create index account_password_newest on account_password (account, at desc);
call secure('account_password');
create policy own_or_admin on account_password
  using (county = scope_county() and (account = scope_account() or scope_has('SECURITY') or scope_has('ISSUE_SLIPS')));

-- A browser remembered as second factor; only the digest of its key is kept.
create table account_browser (
  id uuid primary key,
  county text not null,
  account uuid not null references account,
  digest bytea not null unique,
  at timestamptz not null
);
call secure('account_browser');
create policy own_or_admin on account_browser
  using (county = scope_county() and (account = scope_account() or scope_has('SECURITY') or scope_has('ISSUE_SLIPS')));

-- A slip: one-time code for a post's holder, seven days. A later slip or a closure ends the earlier ones.
create table account_slip (
  id uuid primary key,
  county text not null,
  act uuid references act,
  account uuid not null references account,
  post uuid,
  digest bytea not null unique,
  expires timestamptz not null,
  closes_others boolean not null default true,
  at timestamptz not null
);
call secure('account_slip');
create policy own_or_admin on account_slip
  using (county = scope_county() and (account = scope_account() or scope_has('SECURITY') or scope_has('ISSUE_SLIPS')));

create table account_slip_use (
  slip uuid primary key references account_slip,
  county text not null,
  at timestamptz not null
);
call secure('account_slip_use');
create policy in_county on account_slip_use using (county = scope_county());
