-- Whoever has a role in a matter sees the tasks below it: a new lead takes over what the one before had set.
drop policy party_or_supervisor on matter;
create policy party_or_supervisor on matter for select
  using (county = scope_county() and (scope_has('SUPERVISE')
    or exists (select from matter_party p where p.matter = matter.id or p.matter = matter.parent)));
