package cn.yizhen.sfu.stun;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.Random;
import org.ice4j.Transport;
import org.ice4j.TransportAddress;
import org.ice4j.attribute.Attribute;
import org.ice4j.attribute.XorMappedAddressAttribute;
import org.ice4j.message.Message;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("连通性检查")
class IceLiteTest {

    private static final IceCredentials OURS = new IceCredentials("abcdef", "a-password-that-is-long-enough");
    private static final InetSocketAddress FROM = new InetSocketAddress("192.0.2.7", 40_123);
    private final IceLite ice = new IceLite(name -> name.equals("abcdef") ? OURS : null);

    @Test
    @DisplayName("回答用另一个库读得懂：地址是来处的地址")
    void theOracleReadsTheAnswer() throws Exception {
        byte[] question = StunClient.request("abcdef:them", OURS.password());
        var check = ice.check(question, FROM).orElseThrow();
        var read = Message.decode(check.answer(), 0, check.answer().length);
        assertThat((int) read.getMessageType()).isEqualTo(Message.BINDING_SUCCESS_RESPONSE);
        var mapped = (XorMappedAddressAttribute) read.getAttribute(Attribute.XOR_MAPPED_ADDRESS);
        assertThat(mapped.getAddress(read.getTransactionID())).isEqualTo(new TransportAddress("192.0.2.7", 40_123, Transport.UDP));
        assertThat(check.nominates()).isTrue();
        assertThat(check.answer().length).isLessThanOrEqualTo(question.length);
    }

    @Test
    @DisplayName("口令不对、名字不对、改了一个字节：不出声")
    void silence() {
        assertThat(ice.check(StunClient.request("abcdef:them", "some other password entirely"), FROM)).isEmpty();
        assertThat(ice.check(StunClient.request("nobody:them", OURS.password()), FROM)).isEmpty();
        byte[] good = StunClient.request("abcdef:them", OURS.password());
        for (int i = 0; i < good.length; i++) {
            byte[] changed = good.clone();
            changed[i] ^= 1;
            assertThat(ice.check(changed, FROM)).as("byte %d", i).isEmpty();
        }
    }

    @Test
    @DisplayName("必须懂而不懂的属性：回答是 420，这个地址不用")
    void unknownAttribute() {
        var check = ice.check(StunClient.request("abcdef:them", OURS.password(), StunClient.attribute(0x0777, new byte[60])), FROM).orElseThrow();
        assertThat(check.accepted()).isFalse();
        assertThat(StunMessage.read(check.answer()).orElseThrow().type()).isEqualTo(StunMessage.BINDING_ERROR);
    }

    @Test
    @DisplayName("两万个胡乱的报文：不抛错，不回答")
    void anyBytes() {
        var random = new Random(7);
        byte[] good = StunClient.request("abcdef:them", OURS.password());
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = random.nextBoolean() ? new byte[random.nextInt(200)] : good.clone();
            for (int change = 0; change <= random.nextInt(5) && bytes.length > 0; change++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            ice.check(bytes, FROM).ifPresent(check -> assertThat(bytes).isEqualTo(good));
        }
    }
}
