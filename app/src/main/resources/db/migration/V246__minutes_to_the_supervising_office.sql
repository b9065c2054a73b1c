-- Whoever takes the minutes may hand them to the supervising office, which then reads that meeting's record and turns
-- what was agreed into matters; of other meetings it reads as little as before.
alter table meeting_minutes add column handed boolean not null default false;
create index meeting_minutes_handed on meeting_minutes (record) where handed;
create policy handed_to_supervisor on meeting_minutes for select
  using (county = scope_county() and handed and scope_has('SUPERVISE'));
create policy minutes_to_supervisor on noted_record for select
  using (county = scope_county() and scope_has('SUPERVISE') and subject in (select m.record from meeting_minutes m where m.handed));
