-- A recording of a room that a 主持人 turned on: of what, by whom, and the last day on which it is kept. Pictures and
-- sound lie in files beside the database; that they are gone after that day is computed, not marked. Nothing here or
-- there says who was present, or for how long.
create table room_recording (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  room uuid not null references room,
  title text not null,
  begun_by uuid not null,
  begun_on date not null,
  keep_until date not null check (keep_until >= begun_on)
);
create index room_recording_room on room_recording (room);
call secure('room_recording');
-- whoever opened the room, and whoever turned the recording on
create policy own on room_recording for select
  using (county = (select scope_county()) and ((select scope_system()) or begun_by = (select scope_account())
    or exists (select from room r where r.id = room_recording.room and r.opened_by = (select scope_account()))));
create policy turns_on on room_recording for insert
  with check (county = scope_county() and begun_by = scope_account());

-- Deleted before its day, with the ground for it.
create table room_recording_removal (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  recording uuid not null references room_recording,
  ground text not null check (ground <> ''),
  unique (recording)
);
call secure('room_recording_removal');
create policy own on room_recording_removal for select
  using (county = (select scope_county()) and exists (select from room_recording r where r.id = room_recording_removal.recording));
create policy removes on room_recording_removal for insert
  with check (county = scope_county() and exists (select from room_recording r where r.id = recording));
