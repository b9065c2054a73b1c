package cn.yizhen.app.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The directory that holds everything a single host keeps: the embedded database, its passwords and the
 * lock that keeps a second program out. Secrets are files only their owner can read (0600).
 */
public final class DataDirectory implements AutoCloseable {

    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;

    private DataDirectory(Path root, FileChannel channel, FileLock lock) {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
    }

    /** Takes the directory for this program alone; {@link CannotStart} when another one has it. */
    public static DataDirectory take(Path root) {
        try {
            Files.createDirectories(root);
            refuseForRoot(root);
            var channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new CannotStart("数据目录 " + root.toAbsolutePath() + " 正由另一个一针程序使用。",
                        "请先停止那个程序，或用 --data 另指定一个目录。");
            }
            return new DataDirectory(root.toAbsolutePath().normalize(), channel, lock);
        } catch (IOException e) {
            throw new CannotStart("数据目录 " + root.toAbsolutePath() + " 无法写入：" + e.getMessage(),
                    "请检查目录的权限与磁盘空间，或用 --data 另指定一个目录。");
        }
    }

    /** What root leaves in a directory of the program's own user, that user could not read at its next start. */
    private static void refuseForRoot(Path root) throws IOException {
        if (!System.getProperty("user.name").equals("root") || !Files.getFileStore(root).supportsFileAttributeView("posix")) {
            return;
        }
        var owner = Files.getOwner(root).getName();
        if (!owner.equals("root")) {
            throw new CannotStart("数据目录 " + root.toAbsolutePath() + " 属于用户 " + owner + "，root 打开会留下他读不了的文件。没有改动任何内容。",
                    "请用那个用户执行，例如：setpriv --reuid " + owner + " --regid " + owner + " --init-groups 命令…；平台运行着的时候，备份和审计 root 也能做。");
        }
    }

    /** Whether a program has the directory now; nothing is taken. */
    static boolean isTaken(Path root) {
        var file = root.resolve("lock");
        if (!Files.exists(file)) {
            return false;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE); var lock = tryLock(channel)) {
            return lock == null;
        } catch (IOException e) {
            throw new CannotStart("数据目录 " + root.toAbsolutePath() + " 无法读取：" + e.getMessage(), "请用运行平台的那个用户执行。");
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    public Path root() {
        return root;
    }

    /** A generated secret, made once and kept in a 0600 file. */
    String secret(String name) {
        var file = root.resolve("secrets").resolve(name);
        try {
            if (!Files.exists(file)) {
                writePrivately(file, randomHex(24));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file that only its owner can read; parent directories are made the same way. */
    public static void writePrivately(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent(), attributes("rwx------"));
        Files.deleteIfExists(file);
        Files.createFile(file, attributes("rw-------"));
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
    }

    /** The same in the place of a file that is there, which a power cut leaves either as it was or as it should be. */
    public static void replacePrivately(Path file, String content) throws IOException {
        var whole = file.resolveSibling(file.getFileName() + ".new");
        writePrivately(whole, content);
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static String randomHex(int bytes) {
        var random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static FileAttribute<?>[] attributes(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }

    @Override
    public void close() {
        try (channel) {
            lock.release();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
