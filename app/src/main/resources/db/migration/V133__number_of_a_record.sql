-- The next running number of a unit in a year. It counts records that the asker may not see as well: what one person
-- learnt is that person's own, yet it took a number. Nothing but the number comes back, and the asker's own scope is
-- put back before anything else is read.
create function next_record_number(of_unit uuid, in_year int) returns int language plpgsql as $$
declare
  asker text := coalesce(current_setting('yizhen.system', true), '');
  following int;
begin
  perform set_config('yizhen.system', 'numbering', true);
  select coalesce(max(number), 0) + 1 into following from noted_record where unit = of_unit and year = in_year;
  perform set_config('yizhen.system', asker, true);
  return following;
end $$;
