-- The next running number of a unit in a year. It counts records that the asker may not see as well: what one person
-- learnt is that person's own, yet it took a number. Nothing but the number comes back.
create function next_record_number(of_unit uuid, in_year int) returns int language sql stable
  set yizhen.system = 'numbering' as
$$ select coalesce(max(number), 0) + 1 from noted_record where unit = of_unit and year = in_year $$;
