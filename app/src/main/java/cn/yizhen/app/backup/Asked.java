package cn.yizhen.app.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Small questions to a database, answered as text. */
record Asked(Connection connection) {

    List<String> column(String question) throws SQLException {
        var answers = new ArrayList<String>();
        try (var sql = connection.createStatement(); var rows = sql.executeQuery(question)) {
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        }
        return answers;
    }

    List<String> row(String question) throws SQLException {
        try (var sql = connection.createStatement(); var rows = sql.executeQuery(question)) {
            var answers = new ArrayList<String>();
            if (rows.next()) {
                for (int place = 1; place <= rows.getMetaData().getColumnCount(); place++) {
                    answers.add(rows.getString(place));
                }
            }
            return answers;
        }
    }

    void told(String statement) throws SQLException {
        try (var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
