package cn.yizhen.app.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("来宾的门")
class GuestDoorTest {

    private static final Instant NOW = Instant.parse("2026-11-26T01:00:00Z");
    private static final String SECRET = "ab".repeat(32);

    @Test
    @DisplayName("验证码猜一万次，哪里来的都只试得了两百次")
    void tenThousandGuesses() {
        var guesses = new CodeGuesses(Clock.fixed(NOW, ZoneOffset.UTC));
        int tried = 0;
        for (int i = 0; i < 10_000; i++) {
            String address = "10.0." + i / 250 + "." + i % 250;
            if (!guesses.rests(address)) {
                tried++;
                guesses.wrong(address);
            }
        }
        assertThat(tried).isEqualTo(CodeGuesses.FROM_ALL);
    }

    @Test
    @DisplayName("一个地址错十次就歇着，别的地址不受影响")
    void oneAddress() {
        var guesses = new CodeGuesses(Clock.fixed(NOW, ZoneOffset.UTC));
        for (int i = 0; i < CodeGuesses.FROM_ONE; i++) {
            assertThat(guesses.rests("10.0.0.1")).isFalse();
            guesses.wrong("10.0.0.1");
        }
        assertThat(guesses.rests("10.0.0.1")).isTrue();
        assertThat(guesses.rests("10.0.0.2")).isFalse();
    }

    @Test
    @DisplayName("凭据改过一个字、过了时、是别的会议室的，都不认")
    void tokens() {
        var token = new RoomToken(new UUID(1, 2), "seat", "张三", true, false, false, NOW.plusSeconds(60), null);
        String signed = token.signed(SECRET);
        assertThat(RoomToken.read(signed, SECRET, NOW)).contains(token);
        assertThat(RoomToken.read(signed, SECRET, NOW.plusSeconds(60))).isEmpty();
        assertThat(RoomToken.read(signed, "cd".repeat(32), NOW)).isEmpty();
        assertThat(RoomToken.read("A" + signed.substring(1), SECRET, NOW)).isEmpty();
        assertThat(RoomToken.read("nonsense", SECRET, NOW)).isEmpty();
        assertThat(RoomToken.claimed("....")).isEmpty();
    }

    @Test
    @DisplayName("名字里夹换行，改不了凭据里的别的项")
    void aNameCannotForge() {
        var token = new RoomToken(new UUID(1, 2), "seat", "甲\ntrue\nfalse", false, true, false, NOW.plusSeconds(60), null);
        assertThat(RoomToken.read(token.signed(SECRET), SECRET, NOW)).get().extracting(RoomToken::host, RoomToken::guest).containsExactly(false, true);
    }

    @Test
    @DisplayName("中转的口令照 coturn 的算法")
    void turnCredential() {
        // worked out with openssl: printf name | openssl dgst -sha1 -hmac north -binary | base64
        assertThat(MediaLine.turnCredential("north", "1433895918:1000")).isEqualTo("hXh11in79ewbT72tPPwwREJDI1M=");
    }

    @Test
    @DisplayName("读不懂的消息就是没有消息")
    void nonsense() {
        for (String text : new String[] {"", "null", "[]", "{", "{}", "{\"type\":7}", "{\"type\":\"fly\"}", "{\"type\":\"up\",\"kinds\":3}"}) {
            assertThat(Wish.read(text).filter(wish -> !(wish instanceof Wish.Up))).isEmpty();
        }
    }
}
