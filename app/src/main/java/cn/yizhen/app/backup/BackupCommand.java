package cn.yizhen.app.backup;

import cn.yizhen.app.crypto.CryptoProfile;
import cn.yizhen.app.crypto.CryptoSettings;
import cn.yizhen.app.crypto.Envelope;
import cn.yizhen.app.crypto.OwnKeys;
import cn.yizhen.app.crypto.RecoveryKey;
import cn.yizhen.app.crypto.Vault;
import cn.yizhen.app.host.CannotStart;
import cn.yizhen.app.host.OpenDatabase;
import cn.yizhen.app.host.Words;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * {@code yizhen backup FILE --recovery-key KEY.pub [--data DIR | --jdbc …]}: one snapshot of every table, while the
 * program runs or not. {@code --keys} backs up the keys of persons instead.
 */
public final class BackupCommand {

    private static final String USAGE = "用法：backup [--keys] 文件 --recovery-key 恢复密钥.pub [--data 目录 | --jdbc 地址 --user 用户 --password-file 文件]";
    static final String PROGRAM = "0.1.0";
    /** Options that say where the master key is, besides the data directory. */
    public static final Set<String> KEYS = Set.of("--master-key-file", "--token-library", "--token-pin-file", "--token-labels", "--profile");

    private BackupCommand() {}

    /** 0 done, 1 refused, 2 written wrongly. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err, Clock clock) {
        return Told.run(err, () -> {
            var options = new HashSet<>(OpenDatabase.OPTIONS);
            options.addAll(KEYS);
            options.add("--recovery-key");
            var words = Words.read(arguments, USAGE, options, Set.of("--keys"));
            var file = words.only("备份文件");
            var folder = file.toAbsolutePath().getParent();
            if (!Files.isDirectory(folder)) {
                throw new CannotStart("目录 " + folder + " 不存在。", "请先建好这个目录，或换一个目录。");
            }
            var key = RecoveryKey.read(words.neededFile("--recovery-key"));
            if (key.opens()) {
                out.println("提醒：" + words.neededFile("--recovery-key") + " 是恢复密钥的秘密部分，不要放在平台的机器上；备份只要 .pub。");
            }
            try (var database = OpenDatabase.of(words); var connection = database.reading()) {
                Dump.snapshot(connection);
                if (words.has("--keys")) {
                    keys(file, key, words, database, connection, clock, out);
                } else {
                    data(file, key, connection, clock, out);
                }
            }
        });
    }

    private static void data(Path file, RecoveryKey key, Connection connection, Clock clock, PrintStream out) throws IOException, SQLException {
        if (Files.exists(file)) {
            throw new CannotStart("文件 " + file + " 已经存在。", "请换一个文件名，如带上日期；已有的备份不会被覆盖。");
        }
        long begun = System.nanoTime();
        var dump = new Dump(connection, digest(key));
        var manifest = dump.manifest(PROGRAM, clock.instant().toString());
        var done = new Dump.Done[1];
        whole(file, raw -> {
            var deflated = new DeflaterOutputStream(Envelope.sealing(raw, key, "data"), new Deflater(Deflater.BEST_SPEED), 1 << 16);
            try (var frames = new DataOutputStream(new BufferedOutputStream(deflated, 1 << 16))) {
                done[0] = dump.write(manifest, frames);
            }
        });
        double speed = speed(done[0].bytes(), begun);
        out.println("已备份 " + manifest.countyName() + "（" + manifest.county() + "）：" + done[0].tables() + " 张表，" + done[0].rows() + " 行，封存到第 "
                + manifest.sealed() + " 条；写入 " + file + "，封给恢复密钥 " + key.fingerprint() + "；" + Told.size(Files.size(file), done[0].bytes(), speed) + "。");
        out.println("人员的密钥不在里面；请另做 ./yizhen backup --keys 文件，与这一份分开存放。");
        out.println(Told.figures("backup_mb_s", speed, done[0], Files.size(file)));
    }

    private static String digest(RecoveryKey key) {
        return key.chinese() ? "SM3" : "SHA-256";
    }

    static double speed(long bytes, long begun) {
        return Math.round(bytes / 1e5 / ((System.nanoTime() - begun) / 1e9)) / 10.0;
    }

    private static void keys(Path file, RecoveryKey key, Words words, OpenDatabase database, Connection connection, Clock clock, PrintStream out)
            throws IOException, SQLException {
        var data = database.data() == null ? words.file("--data").orElse(Path.of("data")) : database.data();
        var vault = vault(words, data);
        var persons = new TreeMap<String, String>();
        try (var sql = connection.createStatement(); var rows = sql.executeQuery("select person::text, secret from person_key")) {
            while (rows.next()) {
                persons.put(rows.getString(1), Base64.getEncoder().encodeToString(vault.unwrapped(rows.getBytes(2))));
            }
        }
        var own = new TreeMap<String, String>();
        new OwnKeys(vault, CryptoProfile.STANDARD, data).all().forEach((name, one) -> own.put(name, Base64.getEncoder().encodeToString(one)));
        var asked = new Asked(connection);
        var bundle = new KeyBundle(asked.column("select county from installation").getFirst(), clock.instant().toString(),
                asked.column("select id from master_key order by number desc limit 1").stream().findFirst().orElse(""), persons, own, files(data));
        whole(file, raw -> {
            try (var sealed = Envelope.sealing(raw, key, "keys")) {
                sealed.write(Manifest.bytes(bundle));
            }
        });
        out.println("已备份密钥：" + persons.size() + " 人，" + (own.size() + bundle.files().size()) + " 个密钥文件；文件 " + file + "，封给恢复密钥 " + key.fingerprint() + "。");
        out.println("依法删除某人之后，旧的密钥备份里还有他的密钥：请只留最近的密钥备份，旧的销毁。");
    }

    static Vault vault(Words words, Path data) {
        var token = words.file("--token-library").map(library -> new CryptoSettings.Token(library, null, words.file("--token-pin-file").orElse(null),
                words.value("--token-labels").map(labels -> Arrays.asList(labels.split(","))).orElse(List.of("yizhen-master")))).orElse(null);
        var profile = CryptoProfile.of(words.value("--profile").orElse("standard"));
        return Vault.open(new CryptoSettings(profile.name(), null, words.file("--master-key-file").orElse(null), token), data);
    }

    /** The key files beside the database; the master key stays, another machine has its own. */
    private static Map<String, String> files(Path data) throws IOException {
        var files = new TreeMap<String, String>();
        for (var folder : List.of("secrets", "heads")) {
            if (!Files.isDirectory(data.resolve(folder))) {
                continue;
            }
            try (var found = Files.list(data.resolve(folder))) {
                for (var file : found.filter(one -> one.toString().endsWith(".key") || one.endsWith("heads.jsonl")).filter(one -> !one.endsWith("master.key") && !OwnKeys.isOne(one)).toList()) {
                    files.put(folder + "/" + file.getFileName(), Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
                }
            }
        }
        return files;
    }

    private interface Writer {
        void to(OutputStream out) throws IOException, SQLException;
    }

    /** The file appears whole, on the disk, or not at all. */
    private static void whole(Path file, Writer writer) throws IOException, SQLException {
        var part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (var out = new FileOutputStream(part.toFile())) {
                writer.to(new BufferedOutputStream(new Unclosed(out), 1 << 20));
                out.getFD().sync();
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Closing flushes; the file itself is closed after it is on the disk. */
    private static final class Unclosed extends java.io.FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
