package cn.yizhen.sfu.room;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.sfu.media.Kind;
import cn.yizhen.sfu.media.Track;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("谁被听见")
class SpeakersTest {

    private final Speakers speakers = new Speakers(3);
    private final Track host = new Track("host", "0", Kind.MICROPHONE, false);
    private final Track village = new Track("village", "0", Kind.MICROPHONE, false);

    @Test
    @DisplayName("同一支话筒报了几次，也只占一个位子")
    void onePlaceEach() {
        speakers.add(host);
        speakers.add(village);
        // whoever switches a camera on is published anew, with the microphone that was there before
        assertThat(speakers.add(village)).isFalse();
        assertThat(speakers.heard()).containsExactly(host, village);
        speakers.remove(village);
        assertThat(speakers.heard()).containsExactly(host);
    }
}
