-- 学时 a training made; null for every other kind of record.
alter table noted_record add column hours int check (hours between 1 and 400);

-- The person who asks; empty for the program itself and for an account without one.
create function scope_person() returns uuid language sql stable as
$$ select nullif(current_setting('yizhen.person', true), '')::uuid $$;

-- What one person learnt is that person's own (and whoever noted it for them); a course several took together is the
-- unit's record like any other.
create policy own_training on noted_record as restrictive for select
  using (hours is null or scope_system() or scope_person() in (chair, noted_by)
         or exists (select from record_present p where p.record = noted_record.id));
