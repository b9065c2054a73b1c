package cn.yizhen.bench.rollup;

import cn.yizhen.app.host.DataDirectory;
import cn.yizhen.app.host.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** The program's own PostgreSQL with a prefix-count table and a primary key. */
final class PostgresPeer implements AutoCloseable {

    private final DataDirectory directory;
    private final EmbeddedPostgres server;
    private final Connection connection;
    private final Country country;

    PostgresPeer(Path directory, Country country) throws SQLException {
        this.country = country;
        this.directory = DataDirectory.take(directory);
        this.server = EmbeddedPostgres.start(this.directory);
        this.connection = server.owner().open();
    }

    void loadPrefix(Duties duties, Marks marks) throws SQLException {
        try (var sql = connection.createStatement()) {
            sql.execute("create unlogged table prefix (" + PrefixTable.COLUMNS + ")");
            var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy prefix from stdin");
            var rows = new StringBuilder();
            PrefixBlocks.of(country, duties, marks, (column, block, counts, planes) -> {
                rows.append(column).append('\t').append(block);
                for (int mark = 1; mark <= 5; mark++) {
                    rows.append('\t').append(counts[mark]);
                }
                for (long plane : planes) {
                    rows.append('\t').append(plane);
                }
                rows.append('\n');
                if (rows.length() > 1 << 16) {
                    write(copy, rows);
                }
            });
            write(copy, rows);
            copy.endCopy();
            sql.execute("alter table prefix add primary key (task, block)");
            sql.execute("analyze prefix");
        }
    }

    PrefixTable prefix() {
        return new PrefixTable(connection, "bit_count((%s)::bit(64))", country);
    }

    private static void write(CopyIn copy, StringBuilder rows) throws SQLException {
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        rows.setLength(0);
    }

    @Override
    public void close() throws SQLException, IOException {
        connection.close();
        server.close();
        directory.close();
    }
}
