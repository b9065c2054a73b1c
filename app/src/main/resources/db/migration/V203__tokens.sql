-- Tokens of other programs: bound to one post and to rights, for a time; only the digest is kept. What a
-- token does is noted under the token's own identity as account.
create table access_token (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  purpose text not null,
  post uuid not null,
  rights text[] not null check (cardinality(rights) > 0),
  until date not null,
  digest bytea not null unique,
  at timestamptz not null
);
call secure('access_token');
create policy security on access_token using (county = scope_county() and scope_has('SECURITY'));

create table access_token_end (
  token uuid primary key references access_token,
  county text not null,
  act uuid not null references act
);
call secure('access_token_end');
create policy security on access_token_end using (county = scope_county() and scope_has('SECURITY'));
