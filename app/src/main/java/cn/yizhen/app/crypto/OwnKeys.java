package cn.yizhen.app.crypto;

import cn.yizhen.app.host.CannotStart;
import cn.yizhen.app.host.DataDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys of the program's own (自用密钥), each in a 0600 file beside the database and wrapped by the master key, as the
 * keys of persons are: whoever changes the master key, or puts it into a device, changes what guards these too.
 */
public final class OwnKeys {

    /** Seals the secrets of authenticators. */
    public static final String ONE_TIME_CODES = "one-time-codes";

    private static final List<String> ALL = List.of(ONE_TIME_CODES);
    private static final int KEY = 32;
    private static final int EARLIER_NONCE = 12;

    private final Vault vault;
    private final CryptoProfile profile;
    private final Path folder;

    public OwnKeys(Vault vault, CryptoProfile profile, Path data) {
        this.vault = vault;
        this.profile = profile;
        this.folder = data.toAbsolutePath().normalize().resolve("secrets");
    }

    /** Seals what belongs to an owner and opens under no other one's name; the key is made when there is none. */
    public byte[] seal(String name, String owner, byte[] open) {
        return FieldSeal.seal(profile, derived(key(name), owner), open);
    }

    /** What was sealed; empty where the key is not the one it was sealed with. */
    public Optional<byte[]> open(String name, String owner, byte[] sealed) {
        try {
            return Optional.of(FieldSeal.marked(sealed) ? FieldSeal.open(derived(key(name), owner), sealed) : earlier(key(name), owner, sealed));
        } catch (WrongKey | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** Wraps by the master key in use whatever another one, or none, wraps; before an older master key is given up. */
    public void rewrap() {
        all().forEach((name, key) -> {
            if (!vault.isCurrent(stored(file(name)))) {
                put(name, key);
            }
        });
    }

    /** Every key there is, unwrapped; for the backup of keys. */
    public Map<String, byte[]> all() {
        var keys = new TreeMap<String, byte[]>();
        ALL.stream().filter(name -> Files.exists(file(name))).forEach(name -> keys.put(name, key(name)));
        return keys;
    }

    /** Keeps a key, wrapped by the master key in use; whole or not at all. */
    public void put(String name, byte[] key) {
        if (!ALL.contains(name)) {
            throw new CannotStart("密钥备份里的密钥“" + name + "”不认识。", "密钥备份可能由更新的程序生成，请用那一版程序恢复。");
        }
        try {
            DataDirectory.replacePrivately(file(name), HexFormat.of().formatHex(vault.wrapped(key)));
        } catch (IOException e) {
            throw new CannotStart("密钥文件 " + file(name) + " 写不进去：" + e.getMessage(), "请核对目录权限与磁盘空间；原来的文件没有变。");
        }
    }

    /** Whether this file holds one of these keys, so that it is backed up as a key and not as a file. */
    public static boolean isOne(Path file) {
        return ALL.stream().anyMatch(name -> file.endsWith(name + ".key"));
    }

    private byte[] key(String name) {
        var file = file(name);
        synchronized (this) {
            if (!Files.exists(file)) {
                put(name, FieldSeal.random(KEY));
            }
            var stored = stored(file);
            if (stored.length == KEY) {
                return stored; // of the time before the master key wrapped it: left to rewrap
            }
            if (!vault.opens(stored)) {
                throw new CannotStart("密钥文件 " + file + " 不是用现在的主密钥包裹的。",
                        "请放回与主密钥一起保管的那个文件；找不回来的，把它移走再启动，各人用恢复码登录后重新设置动态口令。");
            }
            return vault.unwrapped(stored);
        }
    }

    private static byte[] stored(Path file) {
        try {
            return HexFormat.of().parseHex(Files.readString(file).strip());
        } catch (IOException | IllegalArgumentException e) {
            throw new CannotStart("密钥文件 " + file + " 读不出来，或内容不对。", "请从密钥备份恢复这个文件；不要新建，新建的打不开已有的动态口令。");
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ".key");
    }

    private static byte[] derived(byte[] key, String owner) {
        return Arrays.copyOf(FieldSeal.hmac(key, owner.getBytes(StandardCharsets.US_ASCII)), FieldSeal.KEY);
    }

    /** AES-256-GCM with the owner beside it, as the first program sealed. */
    private static byte[] earlier(byte[] key, String owner, byte[] sealed) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, Arrays.copyOf(sealed, EARLIER_NONCE)));
        cipher.updateAAD(owner.getBytes(StandardCharsets.US_ASCII));
        return cipher.doFinal(sealed, EARLIER_NONCE, sealed.length - EARLIER_NONCE);
    }
}
