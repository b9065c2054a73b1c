-- Keys of persons are wrapped by a master key outside the database. Its check value is noted when it takes
-- over, so that a wrong key file is refused at the start; it gives nothing of the key away.
create table master_key (
  id text primary key,
  county text not null,
  act uuid not null references act,
  algorithm text not null,
  number int not null unique
);
call secure('master_key');
create policy system_only on master_key using (county = scope_county() and scope_system());

-- A new master key wraps the same key of a person anew; the program does that as itself, in one act.
grant update (secret) on person_key to yizhen_app;
create policy rewrapped on person_key for update
  using (county = scope_county() and scope_system()) with check (county = scope_county() and scope_system());
