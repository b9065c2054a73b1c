-- 减负直通车. A complaint has no author anywhere: no account, address, device or unit, no act, the time
-- to the day. Its id is random (a UUIDv7 would tell the millisecond).
create table complaint (
  id uuid primary key,
  county text not null,
  day date not null,
  kind text not null,
  about text not null,
  of_the_desk boolean not null,
  receipt bytea not null unique
);
call secure('complaint');
-- rows of past days are written anew in random order, so that their place in the table tells no hour
grant delete on complaint to yizhen_app;
create policy desk_reads on complaint for select using (county = scope_county()
  and (scope_has('READ_COMPLAINTS') or (of_the_desk and scope_has('SECOND_COMPLAINTS'))));
create policy outside_sessions on complaint for insert with check (county = scope_county() and scope_system());
create policy mixed on complaint for delete using (county = scope_county() and scope_system());

create table complaint_answer (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  complaint uuid not null,
  day date not null,
  answer text not null,
  supersedes uuid references complaint_answer
);
create index complaint_answer_of on complaint_answer (complaint);
call secure('complaint_answer');
create policy desk on complaint_answer using (county = scope_county()
  and (scope_has('READ_COMPLAINTS') or scope_has('SECOND_COMPLAINTS')));
