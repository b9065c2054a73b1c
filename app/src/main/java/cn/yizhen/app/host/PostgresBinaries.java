package cn.yizhen.app.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL server programs packed in the class path ({@code io.zonky.test.postgres}), unpacked once
 * beside the data they serve.
 */
final class PostgresBinaries {

    private static final String FOLDER = "postgres-18";
    private static final String COMPLETE = ".complete";
    /** Set by the package's entry script: every command finds the server there, not only {@code run}. */
    private static final String BESIDE = "yizhen.postgres";

    private PostgresBinaries() {}

    /** Where the server programs of a data directory are: beside the program where it was installed, else unpacked into the directory. */
    static Path of(Path data) throws IOException {
        var beside = System.getProperty(BESIDE);
        return beside == null ? unpackedIn(data.resolve("bin")) : at(Path.of(beside));
    }

    /** The same, where nothing is to be unpacked only to stop a server. */
    static Path alreadyOf(Path data) {
        var beside = System.getProperty(BESIDE);
        return beside == null ? data.resolve("bin").resolve(FOLDER) : Path.of(beside);
    }

    /** The unpacked distribution; its {@code bin} holds initdb, pg_ctl and postgres. */
    static Path unpackedIn(Path parent) throws IOException {
        var home = parent.resolve(FOLDER);
        if (Files.exists(home.resolve(COMPLETE))) {
            return home;
        }
        try (var packed = PostgresBinaries.class.getResourceAsStream("/" + archive())) {
            if (packed == null) {
                throw new CannotStart("没有适用于本机（" + System.getProperty("os.name") + " "
                        + System.getProperty("os.arch") + "）的内置数据库。", "请改用外部 PostgreSQL：设置 yizhen.database.url。");
            }
            unpack(packed, home);
        }
        Files.createFile(home.resolve(COMPLETE));
        return home;
    }

    /** A distribution unpacked by whoever installed the program. */
    static Path at(Path home) {
        if (!Files.isExecutable(home.resolve("bin").resolve("postgres"))) {
            throw new CannotStart("设置的数据库程序目录里没有 bin/postgres：" + home.toAbsolutePath(),
                    "请核对 yizhen.postgres，或重新安装程序包。");
        }
        return home.toAbsolutePath().normalize();
    }

    private static String archive() {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var arch = System.getProperty("os.arch");
        var system = os.contains("win") ? "windows" : os.contains("mac") ? "darwin" : "linux";
        var machine = arch.equals("aarch64") ? "arm_64" : "x86_64";
        return "postgres-" + system + "-" + machine + ".txz";
    }

    private static void unpack(InputStream packed, Path home) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                var target = home.resolve(entry.getName()).normalize();
                if (!target.startsWith(home)) {
                    throw new IOException("entry leaves its directory: " + entry.getName());
                }
                write(tar, entry, target);
            }
        }
    }

    private static void write(InputStream content, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        Files.deleteIfExists(target);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & 0100) != 0 && Files.getFileStore(target).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
