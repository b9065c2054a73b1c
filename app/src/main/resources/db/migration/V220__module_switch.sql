-- 模块启停: the newest row of a module says whether this county uses it; none means that it does.
create table module_switch (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  module text not null,
  enabled boolean not null,
  ground text not null
);
call secure('module_switch');
create policy county on module_switch using (county = scope_county()) with check (county = scope_county() and scope_has('SYSTEM'));
