package cn.yizhen.sfu.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("上行的描述")
class UpOfferTest {

    @ParameterizedTest
    @ValueSource(strings = {",", ";", ",;0", " ", "~,", ""})
    @DisplayName("没有写出名字的分层：当作只有一层，不出错")
    void layersWithoutNames(String layers) {
        var offer = UpOffer.read("v=0\r\na=fingerprint:sha-256 AB\r\na=ice-ufrag:them\r\na=ice-pwd:password\r\nm=video 9 UDP/TLS/RTP/SAVPF 96\r\n"
                + "a=mid:0\r\na=rtpmap:96 VP8/90000\r\na=simulcast:send " + layers + "\r\n");
        assertThat(offer.sections().getFirst().rids()).isSubsetOf("0");
        assertThat(offer.sections().getFirst().taken()).isTrue();
    }
}
