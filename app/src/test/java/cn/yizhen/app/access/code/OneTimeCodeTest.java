package cn.yizhen.app.access.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("动态口令的算法")
class OneTimeCodeTest {

    private final OneTimeCode code = new OneTimeCode(CodeMac.SHA1, "12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    @ParameterizedTest
    @DisplayName("与 RFC 6238 附录 B 的对照值一致")
    @CsvSource({"59,287082", "1111111109,081804", "1111111111,050471", "1234567890,005924", "2000000000,279037", "20000000000,353130"})
    void asInTheStandard(long second, String expected) {
        assertThat(code.at(OneTimeCode.step(Instant.ofEpochSecond(second)))).isEqualTo(expected);
    }

    @Test
    @DisplayName("前后一个 30 秒可以，再远不行")
    void oneStepOfDriftEitherWay() {
        var now = Instant.ofEpochSecond(1_234_567_890);
        var step = OneTimeCode.step(now);
        assertThat(code.stepOf(code.at(step - 1), now)).hasValue(step - 1);
        assertThat(code.stepOf(" " + code.at(step).substring(0, 3) + " " + code.at(step).substring(3), now)).hasValue(step);
        assertThat(code.stepOf(code.at(step + 1), now)).hasValue(step + 1);
        assertThat(code.stepOf(code.at(step - 2), now)).isEmpty();
        assertThat(code.stepOf(code.at(step + 2), now)).isEmpty();
        assertThat(code.stepOf("", now)).isEmpty();
    }

    @Test
    @DisplayName("国密：HMAC-SM3 与独立写的对照一致")
    void hmacOverSm3AsDefined() {
        var key = "12345678901234567890123456789012".getBytes(StandardCharsets.US_ASCII);
        var message = "message".getBytes(StandardCharsets.US_ASCII);
        // RFC 2104 by hand: H(K ⊕ opad, H(K ⊕ ipad, text)), block of 64 bytes
        assertThat(HexFormat.of().formatHex(CodeMac.SM3.of(key, message)))
                .isEqualTo(HexFormat.of().formatHex(sm3(padded(key, 0x5c), sm3(padded(key, 0x36), message))));
        assertThat(new OneTimeCode(CodeMac.SM3, key).at(1)).matches("\\d{6}").isNotEqualTo(new OneTimeCode(CodeMac.SHA1, key).at(1));
    }

    @Test
    @DisplayName("密钥写成 Base32，与 RFC 4648 的例子一致")
    void base32AsInTheStandard() {
        assertThat(Base32.of("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
        assertThat(Base32.of("fooba".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTB");
        assertThat(Base32.of(new byte[0])).isEmpty();
    }

    private static byte[] padded(byte[] key, int pad) {
        var block = new byte[64];
        for (var i = 0; i < block.length; i++) {
            block[i] = (byte) ((i < key.length ? key[i] : 0) ^ pad);
        }
        return block;
    }

    private static byte[] sm3(byte[] first, byte[] second) {
        var both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return cn.yizhen.app.access.Sm3.digest(both);
    }
}
