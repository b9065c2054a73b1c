package cn.yizhen.app.deployment.returning;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A last day as tables print it: 2026年6月30日前, 6月底前, 10月中旬, 二季度末, 上半年, 年底前. A year that is not written is the table's. */
final class Deadlines {

    private static final Pattern FULL = Pattern.compile("(20\\d\\d)\\s*[年.\\-/]\\s*(\\d{1,2})\\s*[月.\\-/]\\s*(\\d{1,2})\\s*日?");
    private static final Pattern MONTH_OF_YEAR = Pattern.compile("(20\\d\\d)\\s*年\\s*(\\d{1,2})\\s*月(?:底|末|份)?");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*日");
    private static final Pattern MONTH = Pattern.compile("(\\d{1,2})\\s*月(?:底|末|份)?");
    private static final Pattern TEN_DAYS = Pattern.compile("(?:(20\\d\\d)\\s*年\\s*)?(\\d{1,2})\\s*月(上|中)旬");
    private static final Pattern QUARTER = Pattern.compile("(?:(20\\d\\d)\\s*年\\s*)?第?([一二三四1-4])季度");
    private static final Pattern HALF = Pattern.compile("(?:(20\\d\\d)\\s*年\\s*)?(上|下)半年");
    private static final Pattern YEARS_END = Pattern.compile("(20\\d\\d)?\\s*年?(?:年底|年末|年内|全年|底)");

    private Deadlines() {}

    static Optional<LocalDate> read(String text, int year) {
        try {
            return day(text, year);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** A day that is written out whole. */
    static Optional<LocalDate> written(String text) {
        var full = FULL.matcher(text);
        try {
            return full.find() ? Optional.of(LocalDate.of(number(full, 1), number(full, 2), number(full, 3))) : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String text, int year) {
        var full = FULL.matcher(text);
        if (full.find()) {
            return Optional.of(LocalDate.of(number(full, 1), number(full, 2), number(full, 3)));
        }
        var part = partOfYear(text, year);
        if (part.isPresent()) {
            return part;
        }
        var monthOfYear = MONTH_OF_YEAR.matcher(text);
        if (monthOfYear.find()) {
            return Optional.of(YearMonth.of(number(monthOfYear, 1), number(monthOfYear, 2)).atEndOfMonth());
        }
        var day = DAY.matcher(text);
        if (day.find()) {
            return Optional.of(LocalDate.of(year, number(day, 1), number(day, 2)));
        }
        var month = MONTH.matcher(text);
        if (month.find()) {
            return Optional.of(YearMonth.of(year, number(month, 1)).atEndOfMonth());
        }
        var end = YEARS_END.matcher(text);
        return end.find() ? Optional.of(LocalDate.of(end.group(1) == null ? year : number(end, 1), 12, 31)) : Optional.empty();
    }

    private static Optional<LocalDate> partOfYear(String text, int year) {
        var tenDays = TEN_DAYS.matcher(text);
        if (tenDays.find()) {
            return Optional.of(LocalDate.of(year(tenDays, year), number(tenDays, 2), tenDays.group(3).equals("上") ? 10 : 20));
        }
        var quarter = QUARTER.matcher(text);
        if (quarter.find()) {
            return Optional.of(YearMonth.of(year(quarter, year), 3 * ("一二三四1234".indexOf(quarter.group(2)) % 4 + 1)).atEndOfMonth());
        }
        var half = HALF.matcher(text);
        return half.find() ? Optional.of(YearMonth.of(year(half, year), half.group(2).equals("上") ? 6 : 12).atEndOfMonth()) : Optional.empty();
    }

    private static int year(Matcher found, int otherwise) {
        return found.group(1) == null ? otherwise : number(found, 1);
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }
}
