package cn.yizhen.app.backup;

import cn.yizhen.app.crypto.Digests;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * Writes every table of one snapshot as COPY text. Tables of keys are left out; they are backed up apart, so
 * that erasing a person reaches backups too.
 */
public final class Dump {

    /** Rows of these never leave with the data. */
    static final List<String> APART = List.of("person_key", "flyway_schema_history");

    private final Connection connection;
    private final String digest;

    /**
     * What was copied.
     *
     * @param bytes of COPY text
     */
    public record Done(long rows, long bytes, int tables) {}

    Dump(Connection connection, String digest) {
        this.connection = connection;
        this.digest = digest;
    }

    /** One snapshot, read only; every question of it sees the same rows, whoever writes meanwhile. */
    static void snapshot(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        try (var sql = connection.createStatement()) {
            // fails loudly where a policy would hide rows
            sql.execute("set row_security = off");
        }
    }

    Manifest manifest(String program, String made) throws SQLException {
        var sql = new Asked(connection);
        var installation = sql.row("select county, county_name, demo::text from installation");
        var tables = new ArrayList<Manifest.Table>();
        for (var name : sql.column("select relname::text from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname")) {
            if (!APART.contains(name)) {
                tables.add(new Manifest.Table(name, sql.column("""
                        select a.attname::text from pg_attribute a join pg_class c on c.oid = a.attrelid
                        where c.relnamespace = 'public'::regnamespace and c.relname = '%s' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                        order by a.attnum""".formatted(name))));
            }
        }
        var numbers = new ArrayList<Manifest.Numbering>();
        for (var pair : sql.column("""
                select c.relname || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
                where c.relnamespace = 'public'::regnamespace and a.attidentity <> '' and c.relkind = 'r'""")) {
            var parts = pair.split("\\.");
            numbers.add(new Manifest.Numbering(parts[0], parts[1],
                    Long.parseLong(sql.column("select (coalesce(max(" + parts[1] + "), 0) + 1)::text from " + parts[0]).getFirst())));
        }
        return new Manifest(program, installation.get(0), installation.get(1), Boolean.parseBoolean(installation.get(2)), made,
                sql.column("select script from flyway_schema_history where success and version is not null order by installed_rank"),
                sql.column("select digest::text from catalogue_version order by id desc limit 1").stream().findFirst().orElse(""),
                Long.parseLong(sql.column("select coalesce(max(number), 0)::text from act_seal").getFirst()), digest, tables, numbers);
    }

    Done write(Manifest manifest, DataOutputStream out) throws SQLException, IOException {
        frame(out, Manifest.bytes(manifest));
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        long rows = 0;
        long bytes = 0;
        for (var table : manifest.tables()) {
            var blocks = new Blocks(out);
            var counted = new DigestOutputStream(blocks, Digests.named(digest));
            long here = copy.copyOut("copy " + table.name() + " (" + columns(table) + ") to stdout", counted);
            blocks.end();
            frame(out, Manifest.bytes(new Manifest.Told(here, HexFormat.of().formatHex(counted.getMessageDigest().digest()))));
            rows += here;
            bytes += blocks.written;
        }
        frame(out, "whole".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        return new Done(rows, bytes, manifest.tables().size());
    }

    static String columns(Manifest.Table table) {
        return table.columns().stream().map(column -> '"' + column + '"').collect(Collectors.joining(", "));
    }

    static void frame(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Rows of a table in blocks, each with its length; a block of length 0 ends them. */
    private static final class Blocks extends OutputStream {

        private final DataOutputStream out;
        private final byte[] block = new byte[1 << 16];
        private int filled;
        private long written;

        Blocks(DataOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            written += length;
            if (filled + length > block.length) {
                flushBlock();
            }
            if (length > block.length) {
                frame(out, Arrays.copyOfRange(bytes, from, from + length));
                return;
            }
            System.arraycopy(bytes, from, block, filled, length);
            filled += length;
        }

        private void flushBlock() throws IOException {
            if (filled > 0) {
                out.writeInt(filled);
                out.write(block, 0, filled);
                filled = 0;
            }
        }

        void end() throws IOException {
            flushBlock();
            out.writeInt(0);
        }
    }
}
