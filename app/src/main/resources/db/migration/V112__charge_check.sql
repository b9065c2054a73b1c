-- Once a year a unit says of its table of responsibilities 有变化 or 无变化, by one tap; nothing else is asked,
-- and nobody is reminded. Kept as long as the table it speaks of.
create table charge_check (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  unit uuid not null,
  year int not null,
  changed boolean not null,
  day date not null
);
create index charge_check_unit on charge_check (unit, year);
call secure('charge_check');
create policy unit_or_keeper on charge_check for select
  using (county = scope_county() and (scope_reaches(unit) or scope_has('KEEP_ORGANISATION')));
create policy unit_itself on charge_check for insert with check (county = scope_county() and scope_reaches(unit));
