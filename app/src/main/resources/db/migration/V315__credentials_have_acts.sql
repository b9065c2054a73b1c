-- What lets somebody in is noted by an act like everything else, so that the chain covers it (docs/decisions/0182).
-- Rows from before name none; they are sealed as they were when these tables came under the chain.
alter table account_password add column act uuid references act;
alter table account_slip_use add column act uuid references act;
alter table account_browser add column act uuid references act;
