-- Three separated administrators: no account holds two of the three duties, and none holds one beside anything else.
alter table account add constraint one_duty_of_administration check (
  not (roles && array['SYSTEM', 'SECURITY', 'AUDIT']) or (cardinality(roles) = 1 and person is null));

-- Accounts that may not enter any more, or may again; the newest row counts.
create table account_closing (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  account uuid not null references account,
  closed boolean not null,
  at timestamptz not null
);
create index account_closing_newest on account_closing (account, at desc);
call secure('account_closing');
create policy own_or_security on account_closing for select
  using (county = scope_county() and (account = scope_account() or scope_has('SECURITY')));
create policy security_closes on account_closing for insert
  with check (county = scope_county() and scope_has('SECURITY'));
