-- What the room of a meeting is called, whom to ring up and what is on the agenda, as its plan says now; the newest counts.
create table room_plan (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  room uuid not null references room,
  unit uuid not null,
  title text not null,
  phone text not null,
  agenda text[] not null
);
create index room_plan_room on room_plan (room);
call secure('room_plan');
create policy in_county on room_plan for select using (county = scope_county());
create policy planned on room_plan for insert with check (county = scope_county() and scope_reaches(unit));
