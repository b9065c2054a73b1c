package cn.yizhen.rules.calendar;

import cn.yizhen.rules.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The Chinese working calendar (工作日历): weekly rest, the holidays and make-up working days of each
 * year's notice, and local days. Immutable; importing a notice makes a new calendar.
 *
 * <p>Local days come before notices, notices before the statutory days, those before the week. A day
 * of a year without a notice is provisional.
 */
public final class WorkCalendar {

    private static final StatutoryDays STATUTORY = new StatutoryDays(resource("statutory.days"));
    private static final WorkCalendar BUILT_IN = of(List.of(builtIn("2025.notice"), builtIn("2026.notice")), List.of());

    private final TreeMap<Integer, HolidayNotice> notices = new TreeMap<>();
    private final Map<LocalDate, LocalDay> localDays;

    private WorkCalendar(Collection<HolidayNotice> notices, Collection<LocalDay> localDays) {
        notices.forEach(notice -> this.notices.merge(notice.year(), notice,
                (one, other) -> other.issued().isBefore(one.issued()) ? one : other));
        this.localDays = localDays.stream().collect(Collectors.toUnmodifiableMap(LocalDay::day, Function.identity(), (one, later) -> later));
    }

    /** The notices for 2025 and 2026, without local days. */
    public static WorkCalendar builtIn() {
        return BUILT_IN;
    }

    /** Of two notices for one year the one issued later holds. */
    public static WorkCalendar of(Collection<HolidayNotice> notices, Collection<LocalDay> localDays) {
        return new WorkCalendar(notices, localDays);
    }

    public WorkCalendar with(HolidayNotice notice) {
        return of(Stream.concat(notices.values().stream(), Stream.of(notice)).toList(), localDays.values());
    }

    public WorkCalendar with(Collection<LocalDay> moreLocalDays) {
        return of(notices.values(), Stream.concat(localDays.values().stream(), moreLocalDays.stream()).toList());
    }

    /** The last day of the unbroken run of years that have a notice (已知至). */
    public LocalDate knownThrough() {
        int year = notices.firstKey();
        while (notices.containsKey(year + 1)) {
            year++;
        }
        return LocalDate.of(year, 12, 31);
    }

    public boolean works(LocalDate date) {
        return day(date).works();
    }

    /** The day itself if offices work on it, else the next on which they do. */
    public LocalDate workingDayFrom(LocalDate date) {
        var day = date;
        while (!works(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    public CalendarDay day(LocalDate date) {
        boolean provisional = !notices.containsKey(date.getYear());
        return local(date, provisional)
                .or(() -> announced(date, provisional))
                .or(() -> projected(date, provisional))
                .orElseGet(() -> ofTheWeek(date, provisional));
    }

    private Optional<CalendarDay> local(LocalDate date, boolean provisional) {
        return Optional.ofNullable(localDays.get(date)).map(local -> new CalendarDay(date,
                local.works() ? CalendarDay.Kind.LOCAL_WORKDAY : CalendarDay.Kind.LOCAL_REST,
                local.name() + "，" + local.document(), provisional));
    }

    /** A notice may name days of the neighbouring year (the turn of the year), so all are asked, the day's own first. */
    private Optional<CalendarDay> announced(LocalDate date, boolean provisional) {
        return IntStream.of(date.getYear(), date.getYear() + 1, date.getYear() - 1)
                .mapToObj(notices::get).filter(Objects::nonNull)
                .flatMap(notice -> says(notice, date, provisional).stream()).findFirst();
    }

    private static Optional<CalendarDay> says(HolidayNotice notice, LocalDate date, boolean provisional) {
        if (notice.workedOn().containsKey(date)) {
            return Optional.of(new CalendarDay(date, CalendarDay.Kind.MADE_UP_WORKDAY,
                    notice.workedOn().get(date) + "调休上班，" + notice.citation(), provisional));
        }
        return Optional.ofNullable(notice.off().get(date)).map(name -> new CalendarDay(date,
                CalendarDay.Kind.HOLIDAY, name + "放假，" + notice.citation(), provisional));
    }

    private static Optional<CalendarDay> projected(LocalDate date, boolean provisional) {
        return provisional
                ? STATUTORY.on(date).map(name -> new CalendarDay(date, CalendarDay.Kind.HOLIDAY, name + "，法定节日，" + unannounced(date), true))
                : Optional.empty();
    }

    private static CalendarDay ofTheWeek(LocalDate date, boolean provisional) {
        boolean weekend = date.getDayOfWeek().getValue() > 5;
        var why = Days.weekday(date) + (weekend ? "休息" : "，工作日") + (provisional ? "，" + unannounced(date) : "");
        return new CalendarDay(date, weekend ? CalendarDay.Kind.WEEKEND : CalendarDay.Kind.WORKDAY, why, provisional);
    }

    private static String unannounced(LocalDate date) {
        return date.getYear() + "年放假通知未导入，暂按推算";
    }

    private static HolidayNotice builtIn(String name) {
        return switch (HolidayNotice.read(name, resource(name))) {
            case Outcome.Done<HolidayNotice>(var notice) -> notice;
            case Outcome.Refused<HolidayNotice>(var reasons) -> throw new IllegalStateException(reasons.toString());
        };
    }

    private static List<String> resource(String name) {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(WorkCalendar.class.getResourceAsStream(name), name), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
