-- 对下承诺: what somebody promised to a unit below, in which words, until when; and the answer that ends it. A matter
-- of units: who spoke is a post's title, and nothing here is counted by person.
create table promise (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  by_unit uuid not null,
  by_title text not null,
  to_unit uuid not null,
  words text not null,
  made_on date not null,
  until_day date,
  noted_by text not null
);
call secure('promise');
create policy those_it_concerns on promise for select using (county = scope_county()
  and (scope_reaches(by_unit) or scope_reaches(to_unit) or scope_has('SUPERVISE') or scope_has('OVERSEE')));
create policy those_who_note_it on promise for insert with check (county = scope_county()
  and (scope_reaches(by_unit) or scope_reaches(to_unit) or scope_has('SUPERVISE')));

create table promise_answer (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  promise uuid not null unique references promise,
  kept boolean not null,
  words text not null,
  day date not null,
  noted_by text not null
);
call secure('promise_answer');
create policy with_its_promise on promise_answer for select using (county = scope_county()
  and exists (select from promise p where p.id = promise_answer.promise));
create policy whoever_promised on promise_answer for insert with check (county = scope_county()
  and exists (select from promise p where p.id = promise_answer.promise and (scope_reaches(p.by_unit) or scope_has('SUPERVISE'))));
