package cn.yizhen.app.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("会议室里看到的席位")
class ConnectedSeatsTest {

    private static final UUID MEETING = new UUID(1, 1);

    private final ConnectedSeats seats = new ConnectedSeats();

    @Test
    @DisplayName("没人写纪要，二十四小时以后也不留，后来的人再进来不延长；数的是过去的时间，机器的时钟往回拨也不多留")
    void goneAfterADay() {
        seats.anotherTurn();
        seats.connected(MEETING, "one");
        pass(ConnectedSeats.REMEMBERED - 1);
        seats.connected(MEETING, "late");
        assertThat(seats.seen(MEETING)).containsExactlyInAnyOrder("one", "late");
        pass(1);
        assertThat(seats.remembers(MEETING)).isFalse();
        assertThat(seats.seen(MEETING)).isEmpty();
    }

    private void pass(int turns) {
        for (int i = 0; i < turns; i++) {
            seats.anotherTurn();
        }
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
