-- A leader of the county's committee or government sees every matter of the county, as whoever supervises does;
-- to take a step one still needs a role in the matter. Records and instances stay as they were: totals only.
alter policy own_line on matter_party
  using (county = scope_county() and (scope_has('SUPERVISE') or scope_has('OVERSEE') or scope_reaches(unit)));
alter policy party_or_supervisor on matter
  using (county = scope_county()
    and (scope_has('SUPERVISE') or scope_has('OVERSEE') or exists (select from matter_party p where p.matter = matter.id or p.matter = matter.parent)));
