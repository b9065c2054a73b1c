-- The audit administrator reads acts through the program, which leaves out what the county's work says;
-- the row itself, with topics and titles in its bytes, is open to its author and to a named system actor only.
drop policy own_or_audit on act;
create policy own_or_system on act for select
  using (county = scope_county() and (account = scope_account() or scope_system()));
create index act_by_moment on act (county, at);
