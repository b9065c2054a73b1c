package cn.yizhen.app.demo.county;

import cn.yizhen.app.demo.county.Habits.Habit;
import cn.yizhen.app.record.model.Headcount;
import cn.yizhen.app.record.model.NotedRecord;
import cn.yizhen.app.record.model.RecordContent;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.organisation.Body;
import cn.yizhen.rules.organisation.BodyId;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.Strength;
import cn.yizhen.rules.organisation.Timeline;
import cn.yizhen.rules.organisation.Unit;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was noted in 云岭县 in the year before the day it is made for, the same for the same day: most of what
 * was to be done, with gaps and a few entries noted late. Nothing yet in the periods that still run.
 */
public final class Happenings {

    private static final long SEED = 20261;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Timeline timeline;
    private final LocalDate today;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<NotedRecord> noted = new ArrayList<>();

    private Happenings(DemoCounty demo) {
        this.timeline = new Timeline(demo.organisation(), Long.MAX_VALUE);
        this.today = demo.today();
    }

    /** In the order of the days. */
    public static List<NotedRecord> of(DemoCounty demo) {
        var happenings = new Happenings(demo);
        Habits.ALL.forEach(habit -> habit.spans(demo.today()).forEach(period -> happenings.inPeriod(habit, period)));
        return happenings.numbered();
    }

    private void inPeriod(Habit habit, Period period) {
        Organisation organisation = timeline.on(period.lastDay());
        for (Unit unit : organisation.units()) {
            if (habit.unit() == null || unit.kind() == habit.unit()) {
                bodies(habit, unit, organisation).forEach(body ->
                        posts(habit, unit, organisation).forEach(post -> perhaps(habit, period, unit, body, post)));
            }
        }
    }

    private static Stream<Optional<Body>> bodies(Habit habit, Unit unit, Organisation organisation) {
        return habit.body() == null ? Stream.of(Optional.empty())
                : organisation.bodies(unit.id(), habit.body()).stream().map(Optional::of);
    }

    /** The posts that each do it, or none for the unit as one. */
    private static Stream<Optional<Post>> posts(Habit habit, Unit unit, Organisation organisation) {
        return habit.by() == null ? Stream.of(Optional.empty()) : organisation.posts(unit.id(), habit.by()).stream().map(Optional::of);
    }

    private void perhaps(Habit habit, Period period, Unit unit, Optional<Body> body, Optional<Post> by) {
        LocalDate day = period.from().plusDays(random.nextInt((int) (period.until().toEpochDay() - period.from().toEpochDay())));
        if (random.nextInt(100) >= habit.often() || timeline.on(day).unit(unit.id()).isEmpty() || day.isBefore(today.minusYears(1))) {
            return;
        }
        Organisation then = timeline.on(day);
        Strength strength = body.map(b -> then.strength(b.id())).orElse(Strength.UNKNOWN);
        if (body.isPresent() && !strength.known()) {
            return;
        }
        int late = random.nextInt(20) == 0 ? 20 + random.nextInt(30) : random.nextInt(4);
        noted.add(record(habit, unit, body.map(Body::id).orElse(null), by, then, day, strength, min(day.plusDays(late))));
    }

    private NotedRecord record(Habit habit, Unit unit, @Nullable BodyId body, Optional<Post> by, Organisation then,
            LocalDate day, Strength strength, LocalDate notedOn) {
        List<Post> leading = by.map(List::of).orElseGet(() -> then.posts(unit.id()).stream()
                .filter(post -> post.serves("secretary") || post.serves("head")).limit(1).toList());
        PersonId chair = leading.stream().flatMap(post -> then.holders(post.id()).stream()).map(h -> h.person()).findFirst().orElse(null);
        Set<String> functions = leading.stream().flatMap(post -> post.functions().stream()).collect(Collectors.toSet());
        var content = new RecordContent(habit.kind(), unit.id(), body, day, habit.meets() ? "会议室" : "", chair,
                leading.stream().map(Post::id).toList(), functions, chair, habit.meets() ? count(strength) : null,
                habit.topics().get(random.nextInt(habit.topics().size())), habit.marks(), List.of(), Set.of(), null, habit.hours());
        UUID subject = id(day);
        return new NotedRecord(id(notedOn), subject, subject, null, null, false, day.getYear(), 1, content, notedOn, chair,
                leading.isEmpty() ? null : leading.getFirst().id(), unit.id());
    }

    /** Nearly all came; now and then too few. */
    private Headcount count(Strength strength) {
        int due = strength.members();
        int away = random.nextInt(60) == 0 ? due * 2 / 3 : random.nextInt(Math.max(1, due / 5) + 1);
        return new Headcount(due, due, Math.max(1, due - away), strength.voting(), null,
                strength.probationary() > 0 ? "预备党员 " + strength.probationary() + " 人" : "");
    }

    private List<NotedRecord> numbered() {
        noted.sort((a, b) -> a.content().day().compareTo(b.content().day()));
        return noted.stream().map(r -> new NotedRecord(r.id(), r.subject(), r.act(), null, null, false, r.year(),
                numbers.merge(r.content().unit() + "/" + r.year(), 1, Integer::sum), r.content(), r.notedOn(), r.notedBy(),
                r.notedUnder(), r.notedFor())).toList();
    }

    private LocalDate min(LocalDate day) {
        return day.isAfter(today) ? today : day;
    }

    /** UUIDv7 of the day. */
    private UUID id(LocalDate day) {
        long high = day.atStartOfDay(ZoneOffset.ofHours(8)).toInstant().toEpochMilli() << 16 | 0x7000L | random.nextInt(1 << 12);
        return new UUID(high, random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L);
    }
}
