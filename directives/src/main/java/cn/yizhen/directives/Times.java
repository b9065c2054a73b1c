package cn.yizhen.directives;

import cn.yizhen.directives.Deadline.Origin;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads rhythms and deadlines. Years that look back are no deadlines; 今年 needs the year of the document. */
final class Times {

    private static final Pattern RHYTHM = Pattern.compile(
            "每(?:个)?(半年|年(?!度内)|季度|季|月|周|星期|日(?!常)|天)(?!均)|按(季度|季|月|周|日)(?!程)|(?:逐)(月|季)|(半年|季|月|周)(?:一|1)(?:次|调度|通报|报告|汇总|督查|总结|会商)|(月|周|日|季)(?:调度|通报|报告)制?");
    private static final Pattern FULL = Pattern.compile("(20\\d{2})年(\\d{1,2})月(?:(\\d{1,2})日)?(?:底|末)?(?:之?前|以前)?");
    private static final Pattern MONTH_DAY = Pattern.compile("(?<![\\d年每])(\\d{1,2})月(\\d{1,2})日(?=.{0,2}(?:前|之前|以前|底前)|完成|开)");
    private static final Pattern MONTH = Pattern.compile("(?<![\\d年每个])(\\d{1,2})月(?:份)?(上旬|中旬|下旬|底|末)?(?:之?前|以前|底前|末前|底|末|中旬|下旬|上旬)");
    private static final Pattern YEAR = Pattern.compile("(?:到|至|在|力争)?(20\\d{2})年(?:底|末|年底|内|前)?(?!\\d|以来|度?工作|前三)");
    private static final Pattern QUARTER = Pattern.compile("(?<!每|前)(?:第)?([一二三四])季度(?:末|底|内)?(?:之?前|完成|末)");
    private static final Pattern THIS_YEAR = Pattern.compile("今年(?!以来|是|的)|全年|(?<![\\d一二两三四五六七八九十半几])年内|年底|年末|本年度?(?!来)|年度内");
    private static final Pattern WORDING = Pattern.compile("限期|汛(?:期)?前|春节前|节前|入冬前|开学前|月底前|近期|(?:\\d+|[一二两三四五六七八九十半]+)个?(?:工作日|星期|周|月|天|日|年)[之以]?内|(?:利用|用|花)(?:\\d+|[一二两三四五六七八九十半]+)个?(?:星期|周|月|天|季度|年)(?:左右)?的?时间|换届前|届期内|规定时间内|会后|(?:\\d+|[一二两三四五六七八九十半]+)个?小时[之以]?内|(?:今天|今晚|明天|明早|明晚|后天|当天|当晚)(?!的|我们|会议|在这).{0,6}前");

    private static final Pattern NAMES = Pattern.compile("《[^》]{0,80}》|“[^”]{0,80}”");
    private static final Pattern NO_RHYTHM = Pattern.compile("每人每月|每月\\d+元|每年度");

    private static final Pattern DAY = Pattern.compile("\\d月|\\d{4}年|季度|上半年|(?:小时|星期|周|月|天|日|年)[之以]?内|时间$|[今明后当].{1,7}前$|" + THIS_YEAR.pattern());
    private static final int ANY_YEAR = 2000;

    private Times() {}

    static @Nullable Cadence cadence(String words) {
        var found = RHYTHM.matcher(NO_RHYTHM.matcher(words).replaceAll(""));
        while (found.find()) {
            for (int group = 1; group <= found.groupCount(); group++) {
                var unit = found.group(group);
                if (unit != null) {
                    return of(unit);
                }
            }
        }
        return null;
    }

    private static Cadence of(String unit) {
        return switch (unit) {
            case "半年" -> Cadence.HALF_YEARLY;
            case "季度", "季" -> Cadence.QUARTERLY;
            case "月" -> Cadence.MONTHLY;
            case "周", "星期" -> Cadence.WEEKLY;
            case "日", "天" -> Cadence.DAILY;
            default -> Cadence.YEARLY;
        };
    }

    /** The deadline the words themselves name, or null; without a year, 6月底前 keeps its wording and no day. */
    static @Nullable Deadline deadline(String words, @Nullable Integer year) {
        var plain = NAMES.matcher(words).replaceAll("");
        var day = full(plain, year);
        if (day == null) {
            day = year == null ? undated(within(plain, ANY_YEAR)) : within(plain, year);
        }
        if (day != null) {
            return day;
        }
        var wording = WORDING.matcher(plain);
        return wording.find() ? new Deadline(null, wording.group(), Origin.STATED) : null;
    }

    private static @Nullable Deadline undated(@Nullable Deadline deadline) {
        return deadline == null ? null : new Deadline(null, deadline.wording(), Origin.STATED);
    }

    /** Names a day, a month or how long it may take, rather than 限期 or 近期. */
    static boolean dated(@Nullable Deadline deadline) {
        return deadline != null && (deadline.day() != null || DAY.matcher(deadline.wording()).find());
    }

    private static @Nullable Deadline full(String words, @Nullable Integer year) {
        Matcher found = FULL.matcher(words);
        if (found.find() && notPast(found.group(1), year)) {
            int y = Integer.parseInt(found.group(1));
            int m = Integer.parseInt(found.group(2));
            var d = found.group(3);
            return made(y, m, d == null ? 0 : Integer.parseInt(d), found.group());
        }
        var alone = YEAR.matcher(words);
        if (alone.find() && notPast(alone.group(1), year)) {
            return made(Integer.parseInt(alone.group(1)), 12, 31, alone.group());
        }
        return null;
    }

    private static boolean notPast(String found, @Nullable Integer year) {
        return year == null || Integer.parseInt(found) >= year;
    }

    private static @Nullable Deadline within(String words, int year) {
        var date = MONTH_DAY.matcher(words);
        if (date.find()) {
            return made(year, Integer.parseInt(date.group(1)), Integer.parseInt(date.group(2)), date.group());
        }
        var month = MONTH.matcher(words);
        if (month.find()) {
            var part = month.group();
            int day = part.contains("上旬") ? 10 : part.contains("中旬") ? 20 : 0;
            return month(year, Integer.parseInt(month.group(1)), day, part);
        }
        var quarter = QUARTER.matcher(words);
        if (quarter.find()) {
            return made(year, "一二三四".indexOf(quarter.group(1)) * 3 + 3, 0, quarter.group());
        }
        if (words.contains("上半年") && !words.contains("上半年以来")) {
            return made(year, 6, 30, "上半年");
        }
        var all = THIS_YEAR.matcher(words);
        return all.find() ? made(year, 12, 31, all.group()) : null;
    }

    /** 6月前 ends with May, 6月底前 with June. */
    private static @Nullable Deadline month(int year, int month, int day, String wording) {
        boolean before = wording.matches("\\d{1,2}月份?(?:之前|以前|前)");
        return before && month > 1 ? made(year, month - 1, 0, wording) : made(year, month, day, wording);
    }

    private static @Nullable Deadline made(int year, int month, int day, String wording) {
        try {
            var date = day == 0 ? YearMonth.of(year, month).atEndOfMonth() : LocalDate.of(year, month, day);
            return new Deadline(date, wording, Origin.STATED);
        } catch (DateTimeException noSuchDay) {
            return new Deadline(null, wording, Origin.STATED);
        }
    }
}
