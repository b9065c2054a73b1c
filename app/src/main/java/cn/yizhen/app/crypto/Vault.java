package cn.yizhen.app.crypto;

import cn.yizhen.app.host.CannotStart;
import cn.yizhen.app.host.DataDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Seals what is personal under a key per person, and wraps those keys under the master key (密钥保管). Several
 * master keys may be at hand while one takes over from another; the first wraps, all unwrap.
 */
public final class Vault {

    private static final byte[] MARK = "YZW".getBytes(StandardCharsets.US_ASCII);
    private static final int ID = 4;

    private final CryptoProfile profile;
    private final Path file;
    private final List<TokenMasterKey> token;
    private List<MasterKey> keys;

    /** Reads the master keys the settings name; a file that is not there yet is made by {@link #begin}. */
    public static Vault open(CryptoSettings settings, Path data) {
        return new Vault(settings.chosen(), settings.masterIn(data),
                settings.token() == null ? List.of() : TokenMasterKey.open(settings.token()));
    }

    private Vault(CryptoProfile profile, Path file, List<TokenMasterKey> token) {
        this.profile = profile;
        this.file = file;
        this.token = token;
        this.keys = read();
    }

    private List<MasterKey> read() {
        return Stream.concat(token.stream(), FileMasterKey.read(file).stream()).map(MasterKey.class::cast).toList();
    }

    /** The check value of the key that wraps; empty when there is none yet. */
    public Optional<String> current() {
        return keys.isEmpty() ? Optional.empty() : Optional.of(keys.getFirst().id());
    }

    public String algorithm() {
        return keys.getFirst().algorithm();
    }

    /** What is wrong with the keys now, asked of the device or the file itself; empty when all is well. */
    Optional<String> trouble() {
        if (keys.isEmpty()) {
            return Optional.of("还没有主密钥。");
        }
        try {
            if (token.isEmpty() && FileMasterKey.read(file).stream().noneMatch(key -> key.id().equals(keys.getFirst().id()))) {
                return Optional.of("主密钥文件不见了，或换成了别的。请放回校验值为 " + keys.getFirst().id() + " 的文件，否则下次不能启动。");
            }
            keys.getFirst().unwrap(keys.getFirst().wrap(FieldSeal.newKey()));
            return Optional.empty();
        } catch (CannotStart unreadable) {
            return Optional.of(unreadable.getMessage());
        } catch (WrongKey | RuntimeException silent) {
            return Optional.of("密码设备没有应答。");
        }
    }

    public boolean has(String id) {
        return keys.stream().anyMatch(key -> key.id().equals(id));
    }

    public Path file() {
        return file;
    }

    /** Where the master key is, in words. */
    public String place() {
        return token.isEmpty() ? file.toString() : "密码设备";
    }

    /** Makes the first master key of a new database. */
    public void begin() {
        if (keys.isEmpty()) {
            FileMasterKey.add(file, profile);
            keys = read();
        }
    }

    /** Puts a new key before the one in use; it takes over at the next start. Answers its check value. */
    public String rotate() {
        if (!token.isEmpty()) {
            throw new CannotStart("主密钥在密码设备里，不在文件里。", "请在 yizhen.crypto.token.labels 最前面加一个新标签，重启平台后新密钥接替。");
        }
        var fresh = FileMasterKey.add(file, profile).id();
        keys = read();
        return fresh;
    }

    /** Takes the keys before the current one out of the file, once nothing is wrapped by them. */
    public void retire() {
        var left = FileMasterKey.read(file);
        if (token.isEmpty() && left.size() > 1) {
            FileMasterKey.write(file, List.of(left.getFirst()));
            keys = read();
        }
    }

    /** Leaves beside the key file which master key it stands in for, after a restore on another machine. */
    public void succeed(String id) throws IOException {
        DataDirectory.writePrivately(successor().toAbsolutePath(), id + "\n");
    }

    /** Whether a restore put this vault in the place of that master key. */
    public boolean succeeds(String id) {
        try {
            return Files.exists(successor()) && Files.readString(successor()).strip().equals(id);
        } catch (IOException e) {
            return false;
        }
    }

    private Path successor() {
        return file.resolveSibling("master-key.restored");
    }

    /** A fresh person's key, wrapped, to be stored. */
    public byte[] newKey() {
        return wrapped(FieldSeal.newKey());
    }

    /** Seals a text under a wrapped key. */
    public byte[] seal(byte[] wrapped, String text) {
        return FieldSeal.seal(profile, unwrapped(wrapped), text.getBytes(StandardCharsets.UTF_8));
    }

    public String open(byte[] wrapped, byte[] sealed) {
        try {
            return new String(FieldSeal.open(unwrapped(wrapped), sealed), StandardCharsets.UTF_8);
        } catch (WrongKey e) {
            throw new IllegalStateException("personal data and key do not belong together", e);
        }
    }

    /** Whether the key is wrapped by the current master key. */
    public boolean isCurrent(byte[] wrapped) {
        return current().filter(id -> id.equals(idOf(wrapped))).isPresent();
    }

    /** Whether one of the master keys at hand wrapped this key. */
    boolean opens(byte[] wrapped) {
        return has(idOf(wrapped));
    }

    /** The same key wrapped by the current master key. */
    public byte[] rewrapped(byte[] wrapped) {
        return wrapped(unwrapped(wrapped));
    }

    /** The key itself; for the backup of keys, which is sealed to the recovery key. */
    public byte[] unwrapped(byte[] wrapped) {
        if (wrapped.length == FieldSeal.KEY) {
            return wrapped; // of the time before there was a master key
        }
        var id = idOf(wrapped);
        for (var key : keys) {
            if (key.id().equals(id)) {
                try {
                    return key.unwrap(Arrays.copyOfRange(wrapped, MARK.length + ID, wrapped.length));
                } catch (WrongKey e) {
                    throw new IllegalStateException("a person's key was changed in the database", e);
                }
            }
        }
        throw new CannotStart("手边没有校验值为 " + id + " 的主密钥。",
                "请用 --data 或 --master-key-file 指定主密钥文件；主密钥在密码设备里的，用 --token-library、--token-pin-file、--token-labels。");
    }

    public byte[] wrapped(byte[] key) {
        var master = keys.getFirst();
        return FieldSeal.joined(FieldSeal.joined(MARK, HexFormat.of().parseHex(master.id())), master.wrap(key));
    }

    private static String idOf(byte[] wrapped) {
        return wrapped.length > MARK.length + ID && Arrays.equals(MARK, 0, MARK.length, wrapped, 0, MARK.length)
                ? HexFormat.of().formatHex(wrapped, MARK.length, MARK.length + ID) : "";
    }
}
