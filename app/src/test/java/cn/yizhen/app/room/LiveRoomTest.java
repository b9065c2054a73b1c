package cn.yizhen.app.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("开着的会议室")
class LiveRoomTest extends RoomUnderTest {

    @Test
    @DisplayName("主持人断线半分钟，另一位主持人接着主持；原来的回来，不抢回去")
    void theChairVanishes() {
        var first = comes("first", true, false);
        comes("second", true, false);
        assertThat(room.stand().chair()).isEqualTo("first");
        room.left(first);
        clock.advance(Duration.ofSeconds(29));
        room.tick();
        assertThat(room.stand().chair()).isEqualTo("first");
        clock.advance(Duration.ofSeconds(1));
        room.tick();
        assertThat(room.stand().chair()).isEqualTo("second");
        comes("first", true, false);
        assertThat(room.stand().chair()).isEqualTo("second");
    }

    @Test
    @DisplayName("没有主持人在，发言席照旧，谁也不能给别人发言")
    void withoutAHost() {
        var host = comes("host", true, false);
        var village = comes("village", false, false);
        room.asked(host, new Wish.Floor("village", true));
        room.left(host);
        clock.advance(Duration.ofHours(1));
        room.tick();
        assertThat(room.stand().seats().get("village").floor()).isTrue();
        room.asked(village, new Wish.Floor("village", false));
        assertThat(errorsOf("village")).containsExactly("not-host");
        assertThat(room.stand().seats().get("village").floor()).isTrue();
    }

    @Test
    @DisplayName("机器的时钟往回拨一天，主持人断线半分钟照样有人接着主持")
    void theClockIsSetBack() {
        var first = comes("first", true, false);
        comes("second", true, false);
        room.left(first);
        clock.advance(Duration.ofDays(-1));
        room.tick();
        clock.advance(Duration.ofSeconds(30));
        room.tick();
        assertThat(room.stand().chair()).isEqualTo("second");
    }

    @Test
    @DisplayName("线路没有断、人却没了声息的，二十秒后不算在线；一直说话的不动")
    void aLineThatFellSilent() {
        comes("vanished", true, false);
        var there = comes("there", false, false);
        for (int second = 0; second < 21; second++) {
            room.asked(there, new Wish.Ping());
            room.tick();
        }
        assertThat(hungUp).containsExactly("vanished");
        assertThat(told.get("there").getLast().get("chairPresent")).isEqualTo(false);
        assertThat(room.size()).isOne();
    }

    @Test
    @DisplayName("人多的时候，谁按的谁马上看到，别人一秒之内一起看到")
    void manyAreToldTogether() {
        room = open(30);
        for (int i = 0; i < 25; i++) {
            comes("village" + i, false, false);
        }
        room.tick();
        int before = told.get("village0").size();
        var speaker = comes("late", false, false);
        room.asked(speaker, new Wish.Hand(true));
        assertThat(told.get("late").getLast().get("type")).isEqualTo("state");
        assertThat(told.get("village0")).hasSize(before);
        room.tick();
        assertThat(told.get("village0")).hasSize(before + 1);
        assertThat(told.get("village0").getLast().get("count")).isEqualTo(26L);
    }

    @Test
    @DisplayName("两位主持人先后各按一次，后按的算数")
    void twoHosts() {
        var one = comes("one", true, false);
        var other = comes("other", true, false);
        comes("village", false, false);
        room.asked(one, new Wish.Floor("village", true));
        room.asked(other, new Wish.Mute("village", true));
        assertThat(room.stand().seats().get("village")).isEqualTo(new Stand.Seat(false, false, false, true, true));
    }

    @Test
    @DisplayName("来宾没有经主持人确认，接不通媒体，也看不到会场里有谁")
    void aGuestWaits() {
        var host = comes("host", true, false);
        var guest = comes("guest", false, true);
        room.asked(host, new Wish.Agenda(List.of("人事安排"), 0));
        assertThat(told.get("guest").getLast().get("agenda")).isEqualTo(List.of());
        assertThat(guest.participant()).isNull();
        assertThat(told.get("guest").getLast()).doesNotContainKey("seats").doesNotContainKey("code");
        room.asked(guest, new Wish.Down());
        assertThat(told.get("guest")).noneMatch(message -> "down".equals(message.get("type")));
        room.asked(host, new Wish.Admit("guest", true));
        assertThat(guest.participant()).isNotNull();
        assertThat(told.get("guest").getLast()).containsKey("seats");
        assertThat(told.get("guest").getLast().get("agenda")).isEqualTo(List.of("人事安排"));
    }

    @Test
    @DisplayName("重启以后，席位、发言、主持、议程都在")
    void afterARestart() {
        var host = comes("host", true, false);
        comes("village", false, false);
        room.asked(host, new Wish.Floor("village", true));
        room.asked(host, new Wish.Agenda(List.of("汛情", "部署"), 1));
        room = open(3);
        comes("village", false, false);
        assertThat(room.stand().seats().get("village").floor()).isTrue();
        assertThat(room.stand().chair()).isEqualTo("host");
        assertThat(room.stand().agenda()).containsExactly("汛情", "部署");
        assertThat(room.stand().item()).isOne();
    }

    @Test
    @DisplayName("重启以后，另一位主持人先回来，不抢主持；原来的半分钟不回来，才接着主持")
    void theChairSurvivesARestart() {
        comes("first", true, false);
        comes("second", true, false);
        room = open(3);
        comes("second", true, false);
        room.tick();
        clock.advance(Duration.ofSeconds(29));
        room.tick();
        assertThat(room.stand().chair()).isEqualTo("first");
        clock.advance(Duration.ofSeconds(1));
        room.tick();
        assertThat(room.stand().chair()).isEqualTo("second");
    }

    @Test
    @DisplayName("被请离的人线还没断就又按了什么：不算数，会照开")
    void removedAndStillAsking() {
        var host = comes("host", true, false);
        var village = comes("village", false, false);
        room.asked(host, new Wish.Remove("village"));
        room.asked(village, new Wish.Hand(true));
        room.asked(village, new Wish.Open(false));
        assertThat(errorsOf("village")).containsExactly("removed", "not-host");
        assertThat(room.stand().open()).isTrue();
    }

    @Test
    @DisplayName("被请离的人有账号也要在门外等，主持人不认还等，重启也等；主持人放了才进来")
    void whoeverWasSentOutWaits() {
        var host = comes("host", true, false);
        comes("village", false, false);
        room.asked(host, new Wish.Remove("village"));
        comes("village", false, false);
        room.asked(host, new Wish.Host("village"));
        room.asked(host, new Wish.Admit("village", false));
        room = open(3);
        host = comes("host", true, false);
        comes("village", false, false);
        assertThat(room.stand().isAdmitted("village") || room.stand().isHost("village")).isFalse();
        room.asked(host, new Wish.Admit("village", true));
        assertThat(room.stand().isAdmitted("village")).isTrue();
    }

    @Test
    @DisplayName("主持人被另一位请离，自己还进得来：不然没有人放他进来")
    void aHostIsNotLockedOut() {
        comes("first", true, false);
        var second = comes("second", false, false);
        room.asked(comes("third", true, false), new Wish.Host("second"));
        room.asked(second, new Wish.Remove("first"));
        comes("first", true, false);
        assertThat(room.stand().isAdmitted("first") && room.stand().isHost("first")).isTrue();
    }

    @Test
    @DisplayName("存下来的东西里没有名字，也没有时间")
    void nothingOfPersonsIsKept() {
        comes("seat", true, false);
        assertThat(kept.toString()).doesNotContain("2026").doesNotContain("0539");
    }

    @Test
    @DisplayName("会议室满了，如实拒绝；同一个人换一台设备不算多一个")
    void theRoomIsFull() {
        comes("a", false, false);
        comes("b", false, false);
        comes("c", false, false);
        comes("d", false, false);
        assertThat(errorsOf("d")).containsExactly("room-full");
        comes("c", false, false);
        assertThat(hungUp).containsExactly("d", "c");
        assertThat(room.size()).isEqualTo(3);
    }

    @Test
    @DisplayName("本机到了上限，如实拒绝，会议室自己还有地方也一样")
    void theMachineIsFull() {
        comes("a", false, false);
        machineHasRoom = false;
        comes("b", false, false);
        assertThat(errorsOf("b")).containsExactly("machine-full");
        assertThat(hungUp).containsExactly("b");
    }

    @Test
    @DisplayName("打开了页面、没有接通的，不算到了；声音画面到了他那里才算")
    void presentOnlyOnceReached() {
        var who = comes("who", false, false);
        assertThat(reached).isEmpty();
        room.media().events(who).downConnected();
        assertThat(reached).containsExactly("who");
    }

    @Test
    @DisplayName("主持人看得出声音画面到了谁那里；重接的时候又没有到；别人看不到这个")
    void theHostSeesWhoIsReached() {
        comes("host", true, false);
        var village = comes("village", false, false);
        assertThat(seatAsToldTo("host", "village").get("reached")).isEqualTo(false);
        room.media().events(village).downConnected();
        assertThat(seatAsToldTo("host", "village").get("reached")).isEqualTo(true);
        assertThat(seatAsToldTo("village", "village")).doesNotContainKey("reached").doesNotContainKey("weak");
        room.asked(village, new Wish.Down());
        room.asked(village, new Wish.Hand(true));
        comes("other", false, false);
        assertThat(seatAsToldTo("host", "village").get("reached")).isEqualTo(false);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> seatAsToldTo(String reader, String seat) {
        var state = told.get(reader).stream().filter(message -> "state".equals(message.get("type"))).toList().getLast();
        return ((List<Map<String, Object>>) state.get("seats")).stream().filter(one -> seat.equals(one.get("seat"))).findFirst().orElseThrow();
    }

    @Test
    @DisplayName("描述不成样子，说出来，会议照开")
    void aBadDescription() {
        var who = comes("who", false, false);
        room.asked(who, new Wish.Up("hello", Map.of()));
        assertThat(errorsOf("who")).containsExactly("bad-description");
    }
}
