-- Several counties in one database each keep the texts their own matters were opened under.
alter table matter drop constraint matter_procedure_fkey;
alter table matter_procedure drop constraint matter_procedure_pkey;
alter table matter_procedure add primary key (county, digest);
alter table matter add foreign key (county, procedure) references matter_procedure (county, digest);
