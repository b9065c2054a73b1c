-- A room for meetings by video: what it is called, whom to ring up, who opened it. Who is in it and when is nobody's
-- business but the running room's: it has no table (docs/decisions/0146).
create table room (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  title text not null,
  phone text not null,
  opened_by uuid not null,
  opened_on date not null
);
call secure('room');
create policy in_county on room for select using (county = scope_county());
create policy opens on room for insert with check (county = scope_county() and (opened_by = scope_account() or scope_system()));
