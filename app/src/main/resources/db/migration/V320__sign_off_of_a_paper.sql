-- 签批 of a 通报, and of praise or criticism by name, as it stands on paper: who, on which day, in which words.
alter table paper_issue add column signed_off_by text;
alter table paper_issue add column signed_off_on date;
alter table paper_issue add column signed_off_words text;
alter table paper_issue add constraint paper_issue_signed_off_whole
  check (num_nonnulls(signed_off_by, signed_off_on, signed_off_words) in (0, 3));
