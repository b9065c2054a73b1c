package cn.yizhen.app.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("内置数据库自己回来")
class DatabaseComesBackTest {

    @TempDir Path folder;

    @Test
    @DisplayName("数据库进程被杀掉：不用重启程序，已提交的还在；程序关闭之后不再启动它")
    void aKilledServerIsBroughtBack() throws Exception {
        try (var directory = DataDirectory.take(folder.resolve("data")); var server = EmbeddedPostgres.start(directory)) {
            told(server, "create table kept as select 7 as number");
            var postmaster = ProcessHandle.of(Long.parseLong(Files.readAllLines(folder.resolve("data/postgres/postmaster.pid")).getFirst())).orElseThrow();
            postmaster.destroyForcibly();
            postmaster.onExit().join();

            assertThat(back(server)).isTrue();
            assertThat(told(server, "select number from kept")).isEqualTo(7);
            server.close();
            assertThat(server.bringBack()).isFalse();
        }
    }

    /** The watch of the server itself may have been quicker; processes of the killed one may linger for a moment. */
    private static boolean back(EmbeddedPostgres server) {
        for (int i = 0; i < 600; i++) {
            try {
                server.bringBack();
                return true;
            } catch (CannotStart lingering) {
                Thread.onSpinWait();
            }
        }
        return false;
    }

    private static int told(EmbeddedPostgres server, String what) throws SQLException {
        try (var connection = server.superuser().open(); var sql = connection.createStatement()) {
            return sql.execute(what) && sql.getResultSet().next() ? sql.getResultSet().getInt(1) : 0;
        }
    }
}
