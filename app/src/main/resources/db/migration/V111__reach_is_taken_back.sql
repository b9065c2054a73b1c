-- Who reaches whom follows from the organisation. Only those who keep it may change it, and a correction
-- (a unit never stood under that township) takes a reach back.
drop policy in_county on unit_reach;
create policy in_county on unit_reach for select using (county = scope_county());
create policy keeper on unit_reach for insert with check (county = scope_county() and scope_has('KEEP_ORGANISATION'));
grant delete on unit_reach to yizhen_app;
create policy taken_back on unit_reach for delete using (county = scope_county() and scope_has('KEEP_ORGANISATION'));
