-- Run on the receiving level's server, as superuser, in the database yizhen, after publish.sql ran in the county
-- {{county}}. Nobody can log in as the subscription's owner: it has no password and may have no connection. LOGIN is for
-- the server's own worker, which starts under it. It may pass the row policies because rows of another county match
-- none of them, and it may only add to three tables. {{password}} is the one set in publish.sql.
do $$ begin
  if not exists (select from pg_roles where rolname = 'yizhen_replica') then
    create role yizhen_replica nosuperuser nocreatedb nocreaterole bypassrls;
  end if;
end $$;
alter role yizhen_replica login connection limit 0 password null;
do $$ begin execute format('grant connect on database %I to yizhen_replica', current_database()); end $$;
grant usage on schema public to yizhen_replica;
grant select, insert on upward_return, upward_row, upward_dispatch to yizhen_replica;
grant pg_create_subscription to yizhen_replica;
create subscription upward_{{county}} connection '{{connection}} password={{password}}' publication upward_{{county}}
  with (copy_data = true, run_as_owner = true, password_required = false);
do $$ begin execute format('grant create on database %I to yizhen_replica', current_database()); end $$;
alter subscription upward_{{county}} owner to yizhen_replica;
do $$ begin execute format('revoke create on database %I from yizhen_replica', current_database()); end $$;
