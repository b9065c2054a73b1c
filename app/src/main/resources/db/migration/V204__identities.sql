-- Subjects of identity providers and whose accounts they open; the newest row of a pair counts.
create table external_identity (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  seq bigint generated always as identity,
  account uuid not null references account,
  issuer text not null,
  subject text not null,
  linked boolean not null
);
create index external_identity_newest on external_identity (issuer, subject, seq desc);
call secure('external_identity');
create policy security on external_identity using (county = scope_county() and scope_has('SECURITY'));
