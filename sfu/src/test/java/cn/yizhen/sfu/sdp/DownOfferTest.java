package cn.yizhen.sfu.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.sfu.dtls.Fingerprint;
import cn.yizhen.sfu.stun.IceCredentials;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("下行的描述")
class DownOfferTest {

    @Test
    @DisplayName("画面自己的流写在前，重传的流写在后：浏览器把写在最前的当作画面")
    void thePictureStandsFirst() {
        var side = new ServerSide(new Fingerprint("sha-256", "AB"), new IceCredentials("name", "a password of twenty-two"),
                List.of(new InetSocketAddress("127.0.0.1", 9)), List.of());
        String offer = DownOffer.text(List.of(new DownOffer.Slot("v0", true, 11, 22)), side);
        assertThat(offer.lines().filter(line -> line.startsWith("a=ssrc:")).map(line -> line.replaceAll("a=ssrc:(\\d+).*", "$1"))).containsExactly("11", "22");
    }
}
