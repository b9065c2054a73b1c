package cn.yizhen.app.crypto;

import cn.yizhen.app.host.CannotStart;
import cn.yizhen.app.host.DataDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A master key in a 0600 file: a line {@code aes|sm4 <32 hexadecimal digits>}, the newest first. */
record FileMasterKey(CryptoProfile profile, byte[] key) implements MasterKey {

    private static final Set<PosixFilePermission> OTHERS = Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);

    static FileMasterKey fresh(CryptoProfile profile) {
        return new FileMasterKey(profile, FieldSeal.newKey());
    }

    @Override
    public String id() {
        return HexFormat.of().formatHex(FieldSeal.hmac(key, "yizhen-check".getBytes(StandardCharsets.US_ASCII)), 0, 4);
    }

    @Override
    public String algorithm() {
        return profile == CryptoProfile.GM ? "SM4" : "AES";
    }

    @Override
    public byte[] wrap(byte[] secret) {
        return FieldSeal.seal(profile, key, secret);
    }

    @Override
    public byte[] unwrap(byte[] wrapped) throws WrongKey {
        return FieldSeal.open(key, wrapped);
    }

    /** Every key of the file; none when there is no file. */
    static List<FileMasterKey> read(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            if (Files.getFileStore(file).supportsFileAttributeView("posix") && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
                throw new CannotStart("主密钥文件 " + file + " 别的用户也能读。", "请执行 chmod 600，只留运行平台的用户可读。");
            }
            var keys = new ArrayList<FileMasterKey>();
            for (var line : Files.readAllLines(file).stream().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
                if (!line.matches("(aes|sm4) [0-9a-f]{32}")) {
                    throw new CannotStart("主密钥文件 " + file + " 的内容不对。", "请换成正确的文件，或从密钥备份恢复；不要新建，新建的密钥读不出已有的姓名。");
                }
                keys.add(new FileMasterKey(line.startsWith("sm4") ? CryptoProfile.GM : CryptoProfile.STANDARD, HexFormat.of().parseHex(line.substring(4))));
            }
            return List.copyOf(keys);
        } catch (IOException e) {
            throw new CannotStart("主密钥文件 " + file + " 读不出来：" + e.getMessage(), "请核对路径与权限。");
        }
    }

    /** Writes the keys, whole or not at all. */
    static void write(Path file, List<FileMasterKey> keys) {
        try {
            DataDirectory.replacePrivately(file, keys.stream().map(FileMasterKey::line).collect(Collectors.joining()));
        } catch (IOException e) {
            throw new CannotStart("主密钥文件 " + file + " 写不进去：" + e.getMessage(), "请核对目录权限与磁盘空间；原来的文件没有变。");
        }
    }

    /** Adds a new key before the others. */
    static FileMasterKey add(Path file, CryptoProfile profile) {
        var fresh = fresh(profile);
        write(file, Stream.concat(Stream.of(fresh), read(file).stream()).toList());
        return fresh;
    }

    private String line() {
        return (profile == CryptoProfile.GM ? "sm4 " : "aes ") + HexFormat.of().formatHex(key) + "\n";
    }

    @Override
    public String toString() {
        return algorithm() + " " + id();
    }
}
