-- A desk asks for the trainings its persons took part in, not for those of the whole county.
create index record_present_by_person on record_present (person);
