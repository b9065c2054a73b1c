package cn.yizhen.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionSystemException;

@DisplayName("数据库的难处")
class DatabaseTroubleTest {

    @Test
    @DisplayName("连不上和断开是一回事，磁盘满是另一回事，写错的语句不算")
    void told() {
        assertThat(DatabaseTrouble.behind(wrapped("08006"))).contains(DatabaseTrouble.AWAY);
        assertThat(DatabaseTrouble.behind(wrapped("57P01"))).contains(DatabaseTrouble.AWAY);
        assertThat(DatabaseTrouble.behind(wrapped("53100"))).contains(DatabaseTrouble.FULL);
        assertThat(DatabaseTrouble.behind(wrapped("42601"))).isEmpty();
        assertThat(DatabaseTrouble.behind(new SQLException("without a state"))).isEmpty();
    }

    @Test
    @DisplayName("连撤回也不成的，说出撤回之前是什么坏了")
    void undone() {
        var undone = new TransactionSystemException("rollback failed");
        undone.initApplicationException(wrapped("53100"));

        assertThat(DatabaseTrouble.behind(undone)).contains(DatabaseTrouble.FULL);
    }

    private static Exception wrapped(String state) {
        return new DataAccessResourceFailureException("failed", new SQLException("failed", state));
    }
}
