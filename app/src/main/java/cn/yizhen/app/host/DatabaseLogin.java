package cn.yizhen.app.host;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Where a database is and who connects to it. */
public record DatabaseLogin(String url, String user, String password) {

    public Connection open() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        return DriverManager.getConnection(url, properties);
    }

    /** @throws CannotStart where it cannot be reached, or does not let this user in */
    Connection reached() {
        try {
            return open();
        } catch (SQLException e) {
            throw new CannotStart("数据库连接不上（" + this + "）：" + e.getMessage(), "请核对地址、用户与口令，以及数据库是否在运行。");
        }
    }

    /** @throws CannotStart as {@link #reached} does */
    void refuseUnlessReached() {
        try {
            reached().close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Told to people: without a password somebody put into the address. */
    @Override
    public String toString() {
        return user + "@" + url.replaceAll("(?i)(password=)[^&]*", "$1***");
    }
}
