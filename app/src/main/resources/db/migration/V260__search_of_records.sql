-- Text search over records (查找登记), the one function that reads past the row policies. It joins to the scope itself:
-- the asker's reach, the kinds the asker's department keeps, and whose training it was. What it gives back are
-- identities; the program reads the records themselves under the policies like any others (docs/decisions/0165).
-- Every word must be in the topic, in the place or in the name of the unit; units come with their names, as of the day asked.
create function search_records(words text[], unit_ids uuid[], unit_names text[], most int) returns table (record uuid)
language plpgsql security definer
set search_path = public, pg_temp
as $$
declare
  asker text := coalesce(current_setting('yizhen.system', true), '');
  kinds text[] := string_to_array(nullif(current_setting('yizhen.kinds', true), ''), ',');
  roots uuid[] := string_to_array(nullif(current_setting('yizhen.roots', true), ''), ',')::uuid[];
begin
  perform set_config('yizhen.system', 'search', true);
  return query
    select r.id from noted_record r
    where r.county = scope_county()
      and (r.kind = any (kinds)
           or exists (select from unit_reach u where u.unit = r.unit
                      and u.ancestor = any (roots)))
      and (r.hours is null or scope_person() in (r.chair, r.noted_by)
           or exists (select from record_present p where p.record = r.id and p.person = scope_person()))
      and cardinality(words) > 0
      and not exists (
        select from unnest(words) w
        where strpos(r.topic, w) = 0 and strpos(r.place, w) = 0
          and not exists (select from unnest(unit_ids, unit_names) n(id, name) where n.id = r.unit and strpos(n.name, w) > 0))
      and not r.withdrawn and not exists (select from noted_record later where later.supersedes = r.id)
    order by r.day desc, r.id desc limit most;
  perform set_config('yizhen.system', asker, true);
end $$;
revoke all on function search_records(text[], uuid[], text[], int) from public;
grant execute on function search_records(text[], uuid[], text[], int) to yizhen_app;
