package cn.yizhen.app.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.app.TestClock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("会议室里看到的席位")
class ConnectedSeatsTest {

    private static final UUID MEETING = new UUID(1, 1);

    private final TestClock clock = new TestClock();
    private final ConnectedSeats seats = new ConnectedSeats(clock);

    @Test
    @DisplayName("没人写纪要，二十四小时以后也不留，后来的人再进来不延长")
    void goneAfterADay() {
        seats.connected(MEETING, "one");
        clock.advance(Duration.ofHours(23));
        seats.connected(MEETING, "late");
        assertThat(seats.seen(MEETING)).containsExactlyInAnyOrder("one", "late");
        clock.advance(Duration.ofHours(1).plusSeconds(1));
        seats.forgetTheOld();
        assertThat(seats.remembers(MEETING)).isFalse();
        assertThat(seats.seen(MEETING)).isEmpty();
    }

    @Test
    @DisplayName("纪要成稿就忘，只忘这一次会")
    void goneWithTheMinutes() {
        seats.connected(MEETING, "one");
        seats.connected(new UUID(2, 2), "other");
        seats.forget(MEETING);
        assertThat(seats.remembers(MEETING)).isFalse();
        assertThat(seats.seen(new UUID(2, 2))).containsExactly("other");
    }
}
