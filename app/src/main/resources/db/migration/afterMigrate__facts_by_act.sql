-- The sealer and the audit ask every table for the rows of an act; each table that names one has an index on it.
do $$
declare target record;
begin
  for target in
    select c.relname from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'act' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and not exists (select from pg_index i where i.indrelid = c.oid and i.indkey[0] = a.attnum)
  loop
    execute format('create index %I on %I (act)', target.relname || '_by_act', target.relname);
  end loop;
end $$;
