package cn.yizhen.app.backup;

import cn.yizhen.app.crypto.CryptoProfile;
import cn.yizhen.app.crypto.CryptoSettings;
import cn.yizhen.app.crypto.Envelope;
import cn.yizhen.app.crypto.OwnKeys;
import cn.yizhen.app.crypto.RecoveryKey;
import cn.yizhen.app.crypto.Vault;
import cn.yizhen.app.host.CannotStart;
import cn.yizhen.app.host.DataDirectory;
import cn.yizhen.app.host.OpenDatabase;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Restores a backup, and the keys of persons with it where they are given: all of it, or nothing (恢复).
 *
 * @param file     the backup
 * @param keys     the backup of keys, or null
 * @param recovery the secret half
 */
public record Restore(Path file, @Nullable Path keys, RecoveryKey recovery) {

    /**
     * What came back.
     *
     * @param withKeys how many persons can be read again
     * @param size     of the backup's file, in bytes
     * @param speed    in 10⁶ bytes of COPY text a second, making the tables included
     */
    public record Done(Manifest manifest, Dump.Done loaded, int withKeys, int erased, long size, double speed) {}

    /** Into a data directory that does not exist yet or is empty; it appears whole at the end. */
    public Done into(Path data) throws IOException, SQLException {
        var target = data.toAbsolutePath().normalize();
        refuseOccupied(target);
        // read before anything is made: a wrong key or a newer version costs nothing
        look();
        var staging = target.resolveSibling(target.getFileName() + ".restoring");
        OpenDatabase.removeLeftOver(staging);
        try {
            Done done;
            try (var database = OpenDatabase.fresh(staging)) {
                done = load(database, staging);
            }
            Files.deleteIfExists(staging.resolve("lock"));
            if (Files.exists(target)) {
                Files.delete(target);
            }
            Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
            return done;
        } finally {
            Migrations.remove(staging);
        }
    }

    /** Into the operator's own, empty database, and the keys into an empty directory; both emptied again when it does not succeed. */
    public Done into(OpenDatabase database, Path data) throws IOException, SQLException {
        look();
        refuseOccupied(data.toAbsolutePath().normalize());
        refuseFull(database);
        try {
            return load(database, data);
        } catch (IOException | SQLException | RuntimeException e) {
            try {
                Migrations.remove(data);
                Migrations.clean(database.owner());
            } catch (IOException | RuntimeException worse) {
                e.addSuppressed(worse);
            }
            throw e;
        }
    }

    /** Removes a restored directory again, after a rehearsal. */
    public static void remove(Path data) throws IOException {
        Migrations.remove(data);
    }

    private static void refuseOccupied(Path target) throws IOException {
        if (Files.exists(target)) {
            try (var inside = Files.list(target)) {
                if (!Files.isDirectory(target) || inside.findAny().isPresent()) {
                    throw new CannotStart("目录 " + target + " 里已有内容。", "恢复只放进空目录：请用 --data 指定一个新目录，核对无误后再替换旧的。");
                }
            }
        }
    }

    /** Tables without a single row are what an interrupted restore leaves; anything else is somebody's data. */
    private static void refuseFull(OpenDatabase database) throws SQLException {
        try (var connection = database.owning()) {
            var sql = new Asked(connection);
            if (!sql.column("select has_database_privilege(current_database(), 'create')::text").contains("true")) {
                throw new CannotStart("用户 " + database.owner().user() + " 不是这个数据库的所有者，不能在里面建表。",
                        "请用 --user 指定表的所有者（yizhen_owner）和它的口令文件；见 docs/operations.md。");
            }
            for (var table : sql.column("select relname::text from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'flyway_schema_history'")) {
                // reading past one's own policies needs no force; asked in a transaction that is given up
                connection.setAutoCommit(false);
                sql.told("alter table \"" + table + "\" no force row level security");
                var full = !sql.column("select 1::text from \"" + table + "\" limit 1").isEmpty();
                connection.rollback();
                if (full) {
                    throw new CannotStart("数据库不是空的（表 " + table + " 里有数据）。", "恢复只放进空数据库：请新建一个数据库，核对无误后再替换旧的。");
                }
            }
        }
        Migrations.clean(database.owner());
    }

    private Manifest look() throws IOException {
        try (var in = open()) {
            var manifest = Load.manifest(in);
            Migrations.refuseNewer(manifest);
            return manifest;
        }
    }

    private DataInputStream open() throws IOException {
        return new DataInputStream(new BufferedInputStream(new InflaterInputStream(sealed(file, "data")), 1 << 16));
    }

    private InputStream sealed(Path which, String kind) throws IOException {
        if (!Files.isRegularFile(which)) {
            throw new CannotStart("没有 " + which + " 这个文件。", "请核对路径。");
        }
        return Envelope.opening(new BufferedInputStream(Files.newInputStream(which), 1 << 20), recovery, kind);
    }

    private Done load(OpenDatabase database, Path data) throws IOException, SQLException {
        var bundle = bundle();
        long begun = System.nanoTime();
        try (var in = open(); var connection = database.owning()) {
            var manifest = Load.manifest(in);
            if (bundle.isPresent() && !bundle.get().county().equals(manifest.county())) {
                throw new CannotStart("密钥备份是另一个县的（" + bundle.get().county() + "，数据是 " + manifest.county() + "）。", "请用同一个县的密钥备份。");
            }
            Migrations.apply(manifest, database.owner(), data.resolve("migrations"));
            var load = new Load(connection, in);
            var loaded = load.run(manifest);
            var erased = erased(connection);
            int withKeys = bundle.isPresent() ? keys(connection, bundle.get(), manifest, data, erased) : 0;
            load.closeKeys();
            connection.commit();
            return new Done(manifest, loaded, withKeys, erased.size(), Files.size(file), BackupCommand.speed(loaded.bytes(), begun));
        }
    }

    private Optional<KeyBundle> bundle() throws IOException {
        if (keys == null) {
            return Optional.empty();
        }
        try (var in = sealed(keys, "keys")) {
            return Optional.of(Manifest.read(in.readAllBytes(), KeyBundle.class));
        }
    }

    private static Set<String> erased(Connection connection) throws SQLException {
        new Asked(connection).told("alter table person_erasure no force row level security");
        var erased = new HashSet<>(new Asked(connection).column("select person::text from person_erasure"));
        new Asked(connection).told("alter table person_erasure force row level security");
        return erased;
    }

    /** Whoever was erased stays erased, whatever an older backup of keys still holds. */
    private static int keys(Connection connection, KeyBundle bundle, Manifest manifest, Path data, Set<String> erased) throws IOException, SQLException {
        for (var file : bundle.files().entrySet()) {
            var target = data.resolve(file.getKey()).normalize();
            if (!target.startsWith(data) || !file.getKey().matches("(secrets|heads)/[A-Za-z0-9._-]+")) {
                throw new CannotStart("密钥备份里的文件名不对。", "请换另一份密钥备份。");
            }
            DataDirectory.writePrivately(target.toAbsolutePath(), "");
            Files.write(target, Base64.getDecoder().decode(file.getValue()));
        }
        var profile = manifest.digest().equals("SM3") ? CryptoProfile.GM : CryptoProfile.STANDARD;
        var vault = Vault.open(CryptoSettings.plain(profile), data);
        vault.begin();
        vault.succeed(bundle.master());
        var own = new OwnKeys(vault, profile, data);
        bundle.own().forEach((name, key) -> own.put(name, Base64.getDecoder().decode(key)));
        int read = 0;
        try (var insert = connection.prepareStatement("insert into person_key (person, county, secret) values (?, ?, ?)")) {
            for (var person : bundle.persons().entrySet()) {
                if (!erased.contains(person.getKey())) {
                    insert.setObject(1, UUID.fromString(person.getKey()));
                    insert.setString(2, manifest.county());
                    insert.setBytes(3, vault.wrapped(Base64.getDecoder().decode(person.getValue())));
                    insert.addBatch();
                    read++;
                }
            }
            insert.executeBatch();
        }
        return read;
    }
}

