package cn.yizhen.app.backup;

import cn.yizhen.app.crypto.Digests;
import cn.yizhen.app.host.CannotStart;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * Fills the empty tables of a freshly migrated database from a backup, in one transaction of the owner: every
 * table must have the rows and the digest the backup tells, or nothing stays.
 */
final class Load {

    private static final int LONGEST_FRAME = 256 << 20;

    private final Connection connection;
    private final Asked sql;
    private final DataInputStream in;
    private final List<String> foreignKeys = new ArrayList<>();

    Load(Connection connection, DataInputStream in) {
        this.connection = connection;
        this.sql = new Asked(connection);
        this.in = in;
    }

    static Manifest manifest(DataInputStream in) throws IOException {
        return Manifest.read(frame(in), Manifest.class);
    }

    /** Everything up to the commit, which is the caller's. */
    Dump.Done run(Manifest manifest) throws SQLException, IOException {
        connection.setAutoCommit(false);
        open(manifest);
        long rows = 0;
        long bytes = 0;
        for (var table : manifest.tables()) {
            var done = fill(table, manifest.digest());
            rows += done.rows();
            bytes += done.bytes();
        }
        if (!new String(frame(in), StandardCharsets.US_ASCII).equals("whole") || in.read() >= 0) {
            throw new CannotStart("备份的结尾不对。", "请换另一份备份。");
        }
        close(manifest);
        return new Dump.Done(rows, bytes, manifest.tables().size());
    }

    /** The owner steps past its own policies, and references are checked once at the end instead of row by row. */
    private void open(Manifest manifest) throws SQLException {
        for (var table : manifest.tables()) {
            sql.told("truncate " + table.name() + " cascade");
            sql.told("alter table " + table.name() + " no force row level security");
        }
        sql.told("alter table person_key no force row level security");
        for (var key : sql.column("""
                select format('%I|%I|%s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) from pg_constraint c
                where c.contype = 'f' and c.connamespace = 'public'::regnamespace""")) {
            foreignKeys.add(key);
            var parts = key.split("\\|", 3);
            sql.told("alter table " + parts[0] + " drop constraint " + parts[1]);
        }
    }

    private Dump.Done fill(Manifest.Table table, String digestName) throws SQLException, IOException {
        var digest = Digests.named(digestName);
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table.name() + " (" + Dump.columns(table) + ") from stdin");
        long bytes = 0;
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            var block = block(length);
            digest.update(block);
            copy.writeToCopy(block, 0, length);
            bytes += length;
        }
        long rows = copy.endCopy();
        var told = Manifest.read(frame(in), Manifest.Told.class);
        if (told.rows() != rows || !told.digest().equals(HexFormat.of().formatHex(digest.digest()))) {
            throw new CannotStart("表 " + table.name() + " 与备份说的不符（备份 " + told.rows() + " 行，读到 " + rows + " 行）。", "请换另一份备份。");
        }
        return new Dump.Done(rows, bytes, 1);
    }

    private void close(Manifest manifest) throws SQLException {
        for (var key : foreignKeys) {
            var parts = key.split("\\|", 3);
            sql.told("alter table " + parts[0] + " add constraint " + parts[1] + " " + parts[2]);
        }
        for (var numbering : manifest.numbers()) {
            sql.told("alter table " + numbering.table() + " alter column " + numbering.column() + " restart with " + numbering.next());
        }
        for (var table : manifest.tables()) {
            sql.told("alter table " + table.name() + " force row level security");
        }
    }

    /** After the keys of persons are in. */
    void closeKeys() throws SQLException {
        sql.told("alter table person_key force row level security");
    }

    private static byte[] frame(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST_FRAME) {
            throw new CannotStart("备份的内容读不懂。", "备份可能由更新的程序生成，请用那一版程序恢复，或换另一份备份。");
        }
        return in.readNBytes(length);
    }

    private byte[] block(int length) throws IOException {
        if (length > LONGEST_FRAME) {
            throw new CannotStart("备份的内容读不懂。", "请换另一份备份。");
        }
        return in.readNBytes(length);
    }
}
