package cn.yizhen.app.host;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Who connects to the embedded server, each with a password of its own in a file.
 *
 * @param port where the server listens
 */
record PostgresRoles(int port, DataDirectory directory) {

    static final String SUPERUSER = "yizhen_superuser";
    static final String DATABASE = "yizhen";

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    DatabaseLogin superuser() {
        return new DatabaseLogin(url(), SUPERUSER, directory.secret("superuser.password"));
    }

    DatabaseLogin owner() {
        return new DatabaseLogin(url(), "yizhen_owner", directory.secret("owner.password"));
    }

    DatabaseLogin app() {
        return new DatabaseLogin(url(), "yizhen_app", directory.secret("app.password"));
    }

    DatabaseLogin backup() {
        return new DatabaseLogin(url(), "yizhen_backup", directory.secret("backup.password"));
    }

    /** Makes the roles and the database that are not there yet. */
    void prepare() throws SQLException {
        var login = new DatabaseLogin("jdbc:postgresql://127.0.0.1:" + port + "/postgres", SUPERUSER, directory.secret("superuser.password"));
        try (var connection = login.open(); var sql = connection.createStatement()) {
            for (var role : List.of(owner(), app())) {
                sql.execute("""
                        do $$ begin
                          if not exists (select from pg_roles where rolname = '%1$s') then
                            create role %1$s login nosuperuser nocreatedb nocreaterole nobypassrls password '%2$s';
                          end if;
                        end $$""".formatted(role.user(), role.password()));
            }
            prepareBackup(sql);
            try (var found = sql.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
                if (found.next()) {
                    return;
                }
            }
            sql.execute("create database " + DATABASE + " owner yizhen_owner");
            sql.execute("revoke all on database " + DATABASE + " from public");
            sql.execute("grant connect on database " + DATABASE + " to yizhen_app, yizhen_backup");
        }
    }

    /** Also at the first start of a program that is newer than its database. */
    private void prepareBackup(Statement sql) throws SQLException {
        sql.execute("""
                do $$ begin
                  if not exists (select from pg_roles where rolname = 'yizhen_backup') then
                    create role yizhen_backup login nosuperuser nocreatedb nocreaterole bypassrls password '%s';
                    grant pg_read_all_data to yizhen_backup;
                    alter role yizhen_backup set default_transaction_read_only = on;
                    alter role yizhen_backup set row_security = off;
                    if exists (select from pg_database where datname = '%s') then
                      grant connect on database %2$s to yizhen_backup;
                    end if;
                  end if;
                end $$""".formatted(backup().password(), DATABASE));
    }
}
