package cn.yizhen.bench.faults;

import cn.yizhen.app.YizhenApplication;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.springframework.context.support.GenericApplicationContext;

/** The program on a machine whose clock jumps by some hours while it runs: {@code shifted HOURS AFTER-SECONDS OPTIONS…}. */
public final class ShiftedClock {

    private ShiftedClock() {}

    public static void run(List<String> words) {
        var clock = new Jumping(Clock.system(ZoneId.of("Asia/Shanghai")), Duration.ofHours(Long.parseLong(words.getFirst())),
                Instant.now().plusSeconds(Long.parseLong(words.get(1))));
        YizhenApplication.start(words.subList(2, words.size()), context ->
                ((GenericApplicationContext) context).registerBean("shiftedClock", Clock.class, () -> clock, definition -> definition.setPrimary(true)));
    }

    private static final class Jumping extends Clock {

        private final Clock right;
        private final Duration jump;
        private final Instant when;

        Jumping(Clock right, Duration jump, Instant when) {
            this.right = right;
            this.jump = jump;
            this.when = when;
        }

        @Override
        public ZoneId getZone() {
            return right.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new Jumping(right.withZone(zone), jump, when);
        }

        @Override
        public Instant instant() {
            var now = right.instant();
            return now.isBefore(when) ? now : now.plus(jump);
        }
    }
}
