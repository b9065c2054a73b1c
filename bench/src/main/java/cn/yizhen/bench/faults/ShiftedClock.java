package cn.yizhen.bench.faults;

import cn.yizhen.app.YizhenApplication;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.springframework.context.support.GenericApplicationContext;

/** The program on a machine whose clock is wrong by some hours: {@code shifted HOURS OPTIONS…}. */
public final class ShiftedClock {

    private ShiftedClock() {}

    public static void run(List<String> words) {
        var clock = Clock.offset(Clock.system(ZoneId.of("Asia/Shanghai")), Duration.ofHours(Long.parseLong(words.getFirst())));
        YizhenApplication.start(words.subList(1, words.size()), context ->
                ((GenericApplicationContext) context).registerBean("shiftedClock", Clock.class, () -> clock, definition -> definition.setPrimary(true)));
    }
}
