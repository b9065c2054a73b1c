package cn.yizhen.app.host;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database in use, brought up to this program: the operator's own, or the embedded one, which then lives as long as the program. */
final class DatabaseChoice implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseChoice.class);

    private final DatabaseLogin owner;
    private final DatabaseLogin app;
    private final @Nullable DataDirectory directory;
    private final @Nullable EmbeddedPostgres server;

    private DatabaseChoice(DatabaseLogin owner, DatabaseLogin app, @Nullable DataDirectory directory, @Nullable EmbeddedPostgres server) {
        this.owner = owner;
        this.app = app;
        this.directory = directory;
        this.server = server;
    }

    static DatabaseChoice of(HostSettings settings) {
        if (settings.demo() && !settings.county().equals(HostSettings.DEMO_COUNTY)) {
            throw new CannotStart("演示用的是虚构的县，区划代码不能改（yizhen.county）。", "演示请去掉该设置；正式使用请加 --no-demo。");
        }
        var external = settings.database();
        if (external == null) {
            return embedded(settings);
        }
        if (settings.demo()) {
            throw new CannotStart("演示模式不接受外部数据库地址（yizhen.database.url）。",
                    "演示请去掉该设置；正式使用请加 --no-demo。");
        }
        if (external.inTheClear()) {
            LOG.warn("数据库在另一台机器上，地址没有要求加密连接。请在 yizhen.database.url 后加 ?sslmode=verify-full&sslrootcert=证书文件，见 docs/operations.md。");
        }
        var owner = new DatabaseLogin(external.url(), external.ownerUser(), external.ownerPassword());
        var app = new DatabaseLogin(external.url(), external.appUser(), external.appPassword());
        app.refuseUnlessReached();
        Schema.bringUp(owner);
        return new DatabaseChoice(owner, app, null, null);
    }

    /** The database another program works on, the embedded or the operator's own, to look at and not to change. */
    static DatabaseChoice attached(HostSettings settings) {
        var external = settings.database();
        if (external != null) {
            return readOnly(new DatabaseLogin(external.url(), external.appUser(), external.appPassword()));
        }
        try (var running = OpenDatabase.in(settings.data())) {
            return readOnly(running.app());
        }
    }

    private static DatabaseChoice readOnly(DatabaseLogin app) {
        var joint = app.url().contains("?") ? "&" : "?";
        var login = new DatabaseLogin(app.url() + joint + "options=-c%20default_transaction_read_only=on", app.user(), app.password());
        return new DatabaseChoice(login, login, null, null);
    }

    private static DatabaseChoice embedded(HostSettings settings) {
        var directory = DataDirectory.take(settings.data());
        try {
            return broughtUp(directory, EmbeddedPostgres.start(directory, settings.postgres(), List.of()));
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static DatabaseChoice broughtUp(DataDirectory directory, EmbeddedPostgres server) {
        try {
            Schema.bringUp(server.owner());
            return new DatabaseChoice(server.owner(), server.app(), directory, server);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    DatabaseLogin owner() {
        return owner;
    }

    DatabaseLogin app() {
        return app;
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        if (directory != null) {
            directory.close();
        }
    }
}
