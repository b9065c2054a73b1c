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

    /** Told to people: without a password somebody put into the address. */
    @Override
    public String toString() {
        return user + "@" + url.replaceAll("(?i)(password=)[^&]*", "$1***");
    }
}
