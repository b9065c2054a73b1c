-- What a return takes the place of is its own county's business: another county naming the same identity, by mistake or
-- not, must not keep the right one out.
alter table upward_return drop constraint upward_return_supersedes_key;
alter table upward_return add constraint upward_return_superseded_once unique (county, supersedes);
