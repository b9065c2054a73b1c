-- The chain over the numbered acts (docs/decisions/0126). A seal binds an act's digest, its place and every row
-- it noted to all seals before it. Written by one sealer, after the fact; no writer waits for it.

-- Which columns of which tables were covered when a seal was made, so that a later column breaks no old seal.
create table seal_shape (
  id text primary key,
  county text not null,
  columns text not null
);
call secure('seal_shape');
create policy sealer_and_audit on seal_shape using (county = scope_county() and (scope_system() or scope_has('AUDIT')));

create table act_seal (
  number bigint primary key check (number > 0),
  county text not null,
  act uuid not null unique references act,
  digest bytea not null,
  shape text not null references seal_shape,
  facts text not null,
  link bytea not null,
  at timestamptz not null
);
call secure('act_seal');
create policy sealer_and_audit on act_seal using (county = scope_county() and (scope_system() or scope_has('AUDIT')));
