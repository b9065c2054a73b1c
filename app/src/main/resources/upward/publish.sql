-- Run on the county's server ({{county}}), as superuser, in the database yizhen. wal_level = logical is needed
-- (a restart), and max_slot_wal_keep_size keeps a reader that never comes back from filling the county's disk.
-- {{password}} is to be replaced; the role can read three tables of totals and nothing else.
do $$ begin
  if '{{password}}' like '请换成%' then
    raise exception '请先把脚本里的占位文字换成密码';
  end if;
  if not exists (select from pg_roles where rolname = 'yizhen_upward') then
    create role yizhen_upward login replication nosuperuser nocreatedb nocreaterole nobypassrls;
  end if;
  execute format('alter role yizhen_upward password %L', '{{password}}');
end $$;
do $$ begin execute format('grant connect on database %I to yizhen_upward', current_database()); end $$;
grant usage on schema public to yizhen_upward;
grant select on upward_return, upward_row, upward_dispatch to yizhen_upward;
drop policy if exists replication on upward_return;
drop policy if exists replication on upward_row;
drop policy if exists replication on upward_dispatch;
create policy replication on upward_return for select to yizhen_upward using (county = '{{county}}');
create policy replication on upward_row for select to yizhen_upward using (county = '{{county}}');
create policy replication on upward_dispatch for select to yizhen_upward using (county = '{{county}}');
drop publication if exists upward_{{county}};
create publication upward_{{county}} for table
  upward_return where (county = '{{county}}'),
  upward_row where (county = '{{county}}'),
  upward_dispatch where (county = '{{county}}')
  with (publish = 'insert');
alter system set max_slot_wal_keep_size = '{{keep}}';
select pg_reload_conf();
