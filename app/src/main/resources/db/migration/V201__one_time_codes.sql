-- Authenticators of accounts; the newest row counts, an empty secret takes the authenticator away. The
-- secret is sealed under a key outside the database.
create table account_code (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  account uuid not null references account,
  mac text not null check (mac in ('SHA1', 'SM3')),
  sealed bytea not null,
  at timestamptz not null
);
create index account_code_newest on account_code (account, at desc);
call secure('account_code');
create policy own_or_security on account_code
  using (county = scope_county() and (account = scope_account() or scope_has('SECURITY')));

-- Recovery codes of one authenticator, as digests; each lets in once.
create table account_recovery (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  account uuid not null references account,
  code uuid not null references account_code,
  digest bytea not null
);
create index account_recovery_of on account_recovery (code);
call secure('account_recovery');
create policy own on account_recovery using (county = scope_county() and (account = scope_account() or scope_system()));

create table account_recovery_use (
  recovery uuid primary key references account_recovery,
  county text not null,
  act uuid not null references act
);
call secure('account_recovery_use');
create policy system_only on account_recovery_use using (county = scope_county() and scope_system());
