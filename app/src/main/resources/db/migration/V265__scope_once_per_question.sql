-- Who asks is the same for every row of a question. Written as sub-selects the answers are worked out once per
-- statement, not once per row: a county has tens of thousands of records, and a page asks about ten units of them.

create function scope_units() returns setof uuid language sql stable as
$$ select r.unit from unit_reach r
   where r.ancestor = any (string_to_array(nullif(current_setting('yizhen.roots', true), ''), ',')::uuid[]) $$;

create function scope_kinds() returns text[] language sql stable as
$$ select string_to_array(coalesce(current_setting('yizhen.kinds', true), ''), ',') $$;

create index unit_reach_below on unit_reach (ancestor);
create index noted_record_by_act on noted_record (act);
create index noted_record_by_chair on noted_record (chair, day) where chair is not null;
create index noted_record_of_hours on noted_record (county, day) where hours is not null;

alter policy unit_township_department on noted_record
  using (county = (select scope_county())
    and ((select scope_system()) or unit in (select scope_units()) or kind = any ((select scope_kinds())::text[])));

alter policy own_training on noted_record
  using (hours is null or (select scope_system()) or chair = (select scope_person()) or noted_by = (select scope_person())
    or exists (select from record_present p where p.record = noted_record.id));

alter policy unit_and_township on record_present
  using (county = (select scope_county()) and ((select scope_system()) or unit in (select scope_units())));

alter policy unit_township_department on duty_said
  using (county = (select scope_county())
    and ((select scope_system()) or unit in (select scope_units()) or kept_kind = any ((select scope_kinds())::text[])));

alter policy own_line on matter_party
  using (county = (select scope_county())
    and ((select scope_has('SUPERVISE') or scope_has('OVERSEE') or scope_system()) or unit in (select scope_units())));
