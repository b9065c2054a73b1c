package cn.yizhen.rules.calendar;

import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The text form of a {@link HolidayNotice}, short enough to be typed from the paper: a word, then its
 * values. {@code 通知 文号 印发 年份} once each, then any number of {@code 休 first last name} and
 * {@code 班 day name}. Every mistake is reported at once, each with file and line.
 */
final class NoticeFile {

    private static final Set<String> HEADINGS = Set.of("通知", "文号", "印发", "年份");
    private static final int LONGEST_HOLIDAY_DAYS = 15;

    private final String name;
    private final List<Reason> faults = new ArrayList<>();
    private final Map<String, String> headings = new HashMap<>();
    private final Map<LocalDate, String> off = new TreeMap<>();
    private final Map<LocalDate, String> worked = new TreeMap<>();
    private int line;

    NoticeFile(String name) {
        this.name = name;
    }

    Outcome<HolidayNotice> read(List<String> lines) {
        for (var text : lines) {
            line++;
            var words = text.strip().split("\\s+");
            switch (words[0]) {
                case "" -> {}
                case "休" -> rest(words);
                case "班" -> work(words);
                case String word when word.startsWith("#") -> {}
                case String word when HEADINGS.contains(word) -> heading(word, text.strip().substring(word.length()).strip());
                case String word -> fault("不认识的开头“" + word + "”", "每行以 通知、文号、印发、年份、休、班 之一开头");
            }
        }
        line = 0;
        HEADINGS.stream().sorted().filter(h -> !headings.containsKey(h)).forEach(h -> fault("缺少“" + h + "”一行", "补上这一行"));
        return faults.isEmpty() ? build() : Outcome.refused(faults);
    }

    private Outcome<HolidayNotice> build() {
        int year = headings.get("年份").matches("20\\d\\d") ? Integer.parseInt(headings.get("年份")) : 0;
        if (year == 0) {
            fault("年份“" + headings.get("年份") + "”不是四位年份", "写成 2027 这样");
        }
        var issued = day(headings.get("印发"));
        for (var day : worked.keySet()) {
            if (off.containsKey(day)) {
                fault(Days.full(day) + "既写了休又写了班", "对照通知原文，只留一个");
            }
        }
        // A notice may reach one month into the neighbouring years (the days around New Year).
        Stream.concat(off.keySet().stream(), worked.keySet().stream())
                .filter(d -> year > 0 && d.plusMonths(1).getYear() != year && d.minusMonths(1).getYear() != year)
                .forEach(d -> fault(Days.full(d) + "不在" + year + "年", "核对年份"));
        return faults.isEmpty() && issued != null
                ? Outcome.done(new HolidayNotice(year, headings.get("通知"), headings.get("文号"), issued, off, worked))
                : Outcome.refused(faults);
    }

    private void heading(String word, String value) {
        if (value.isEmpty()) {
            fault("“" + word + "”后面没有内容", "补上内容");
        }
        if (headings.put(word, value) != null) {
            fault("“" + word + "”写了两次", "只留一行");
        }
    }

    private void rest(String[] words) {
        if (words.length != 4) {
            fault("“休”要写三项：起、止、节日名", "如：休 2027-05-01 2027-05-05 劳动节");
            return;
        }
        var first = day(words[1]);
        var last = day(words[2]);
        if (first == null || last == null) {
            return;
        }
        if (last.isBefore(first) || first.plusDays(LONGEST_HOLIDAY_DAYS).isBefore(last)) {
            fault("假期起止不合理：" + words[1] + "至" + words[2], "核对起止日期");
            return;
        }
        first.datesUntil(last.plusDays(1)).forEach(d -> off.put(d, words[3]));
    }

    private void work(String[] words) {
        if (words.length != 3) {
            fault("“班”要写两项：日、节日名", "如：班 2027-05-08 劳动节");
            return;
        }
        var day = day(words[1]);
        if (day != null && day.getDayOfWeek().getValue() < 6) {
            fault(words[1] + "是" + Days.weekday(day) + "，不是周末，不需要调休上班", "核对日期");
        } else if (day != null) {
            worked.put(day, words[2]);
        }
    }

    private @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            fault("“" + text + "”不是日期", "写成 2027-05-01 这样");
            return null;
        }
    }

    private void fault(String what, String next) {
        var place = line > 0 ? name + " 第" + line + "行：" : name + "：";
        faults.add(Reason.of("holiday-notice-unreadable", place + what + "。", next + "。"));
    }
}
