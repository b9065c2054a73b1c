-- A department asks a whole county for the few records of a kind it keeps.
create index noted_record_by_kind on noted_record (kind, unit, day);
