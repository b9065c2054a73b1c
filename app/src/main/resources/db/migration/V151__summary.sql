-- 序时判断 of one matter in one period, entered by a named officer with its ground; a correction supersedes.
create table summary_judgement (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  period text not null,
  matter uuid not null references matter,
  judgement text not null,
  ground text not null,
  by_name text not null,
  by_post uuid not null,
  noted_on date not null,
  supersedes uuid references summary_judgement
);
create index summary_judgement_of on summary_judgement (period, matter);
call secure('summary_judgement');
create policy supervising_office on summary_judgement using (county = scope_county() and scope_has('SUPERVISE'));

-- A block of a summary's text as it was saved; the newest counts, an empty one gives way to what the program proposes.
create table summary_text (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  period text not null,
  form text not null,
  block text not null,
  words text not null,
  by_name text not null,
  noted_on date not null
);
create index summary_text_of on summary_text (period, form);
call secure('summary_text');
create policy supervising_office on summary_text using (county = scope_county() and scope_has('SUPERVISE'));

-- 签批 as it stands on paper. It covers what was saved before it.
create table summary_sign_off (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  period text not null,
  form text not null,
  leader text not null,
  signed_on date not null,
  words text not null,
  by_name text not null,
  noted_on date not null
);
call secure('summary_sign_off');
create policy supervising_office on summary_sign_off using (county = scope_county() and scope_has('SUPERVISE'));

-- Which papers of the register are summaries of which period.
create table summary_issue (
  id uuid primary key,
  county text not null,
  act uuid not null references act,
  period text not null,
  form text not null,
  paper uuid not null references paper_issue (paper)
);
call secure('summary_issue');
create policy supervising_office on summary_issue using (county = scope_county() and scope_has('SUPERVISE'));
