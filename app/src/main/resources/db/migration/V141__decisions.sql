-- A decision as 民主集中制 asks for it: counts and where the paper lies; no speaker, no opinion. Of 任免 and
-- disciplinary items no words, no amount, no mark. Earlier rows have no number of their own: their place + 1.
alter table record_decision
  add column item int check (item > 0),
  add column category text not null default 'GENERAL' check (category in ('GENERAL', 'MAJOR', 'PERSONNEL', 'PROJECT', 'FUNDS')),
  add column amount numeric(13, 4) check (amount >= 0),
  add column leader_last boolean,
  add column recused int not null default 0 check (recused >= 0),
  add column paper text check (paper in ('MINUTES', 'OFFICE', 'ORGANISATION', 'DISCIPLINE', 'ARCHIVES')),
  add column paper_mark text not null default '',
  add check (not personnel or (about = '' and amount is null and paper_mark = '')),
  add check (category <> 'PERSONNEL' or personnel);

-- From how much a project or a payment is one of 三重一大 here; every county says so itself.
create table decision_amount (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  category text not null check (category in ('PROJECT', 'FUNDS')),
  amount numeric(13, 4) not null check (amount > 0),
  valid_from date not null,
  paper text not null,
  adopted_by text not null,
  adopted_on date not null
);
call secure('decision_amount');
create policy in_county on decision_amount for select using (county = scope_county());
create policy keeper on decision_amount for insert with check (county = scope_county() and scope_has('KEEP_INSTITUTIONS'));
