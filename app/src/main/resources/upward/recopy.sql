-- Run on the receiving level's server, as superuser, when the county's slot is lost (pg_replication_slots.wal_status
-- = 'lost' there): the subscription forgets the slot and goes, and the county's rows with it. Then drop what is left
-- of the slot in the county (select pg_drop_replication_slot('upward_{{county}}')), and run subscribe.sql again: it
-- copies everything anew. A return is never changed, so nothing can come out differently.
alter subscription upward_{{county}} disable;
alter subscription upward_{{county}} set (slot_name = none);
drop subscription upward_{{county}};
delete from upward_row where county = '{{county}}';
delete from upward_return where county = '{{county}}';
delete from upward_dispatch where county = '{{county}}';
