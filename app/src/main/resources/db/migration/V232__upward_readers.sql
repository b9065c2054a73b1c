-- The role that replicates returns reads them through its own policy; asked for the program's too, PostgreSQL would
-- want it to read which counties are received.
alter policy readable on upward_return to yizhen_app;
alter policy readable on upward_row to yizhen_app;
alter policy readable on upward_dispatch to yizhen_app;
