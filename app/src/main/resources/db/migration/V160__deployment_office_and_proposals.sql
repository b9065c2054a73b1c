-- Which office asks or tells: whoever is asked must know whom to call.
alter table deployment_notice add column office uuid;

-- What the keeper of institutions said about a proposed limit or duty: taken up, or not, and why. The newest counts.
create table deployment_proposal_answer (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  row_id uuid not null,
  kind text not null check (kind in ('limit', 'duty')),
  adopted boolean not null,
  words text not null,
  by_name text not null,
  noted_on date not null
);
create index deployment_proposal_answer_of on deployment_proposal_answer (row_id);
call secure('deployment_proposal_answer');
create policy in_county on deployment_proposal_answer for select using (county = scope_county());
create policy keeper on deployment_proposal_answer for insert
  with check (county = scope_county() and scope_has('KEEP_INSTITUTIONS'));
