package cn.yizhen.app.crypto;

import cn.yizhen.app.host.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * A master key inside a cryptographic device, reached by PKCS#11: it is made there, wraps there (AES-GCM) and
 * never leaves.
 */
final class TokenMasterKey implements MasterKey {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Provider device;
    private final SecretKey key;
    private final String id;

    private TokenMasterKey(Provider device, SecretKey key) throws GeneralSecurityException {
        this.device = device;
        this.key = key;
        var cipher = Cipher.getInstance("AES/ECB/NoPadding", device);
        cipher.init(Cipher.ENCRYPT_MODE, key);
        this.id = HexFormat.of().formatHex(cipher.doFinal(new byte[16]), 0, 4);
    }

    /** The keys under these labels, in their order; the first is made when the device has none of them. */
    static List<TokenMasterKey> open(CryptoSettings.Token token) {
        try {
            var device = device(token);
            var store = KeyStore.getInstance("PKCS11", device);
            store.load(null, pin(token.pinFile()));
            var first = token.labels().getFirst();
            if (!store.containsAlias(first)) {
                var generator = KeyGenerator.getInstance("AES", device);
                generator.init(128);
                store.setEntry(first, new KeyStore.SecretKeyEntry(generator.generateKey()), null);
            }
            var keys = new java.util.ArrayList<TokenMasterKey>();
            for (var label : token.labels()) {
                if (store.getKey(label, null) instanceof SecretKey key) {
                    keys.add(new TokenMasterKey(device, key));
                }
            }
            return keys;
        } catch (GeneralSecurityException | IOException | ProviderException | IllegalArgumentException e) {
            throw new CannotStart("密码设备（PKCS#11，" + token.library() + "）打不开：" + reason(e),
                    "请核对 yizhen.crypto.token 的库文件、槽位和 PIN 文件，以及设备是否在线。");
        }
    }

    private static Provider device(CryptoSettings.Token token) {
        var slot = token.slot() == null ? "slotListIndex = 0" : "slot = " + token.slot();
        return Security.getProvider("SunPKCS11").configure("--name = yizhen\nlibrary = " + token.library() + "\n" + slot + "\n");
    }

    private static char[] pin(@Nullable Path file) throws IOException {
        if (file == null) {
            throw new IOException("没有设置 PIN 文件");
        }
        return Files.readString(file).strip().toCharArray();
    }

    private static String reason(Throwable failure) {
        var last = failure;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return String.valueOf(last.getMessage());
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String algorithm() {
        return "AES（密码设备）";
    }

    @Override
    public byte[] wrap(byte[] secret) {
        try {
            var nonce = FieldSeal.random(NONCE);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding", device);
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            return FieldSeal.joined(nonce, cipher.doFinal(secret));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the device did not wrap", e);
        }
    }

    @Override
    public byte[] unwrap(byte[] wrapped) throws WrongKey {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding", device);
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, Arrays.copyOf(wrapped, NONCE)));
            return cipher.doFinal(wrapped, NONCE, wrapped.length - NONCE);
        } catch (GeneralSecurityException | ProviderException | IllegalArgumentException e) {
            throw new WrongKey();
        }
    }
}
