package cn.yizhen.app.paper;

import cn.yizhen.app.document.formal.FormalKind;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.organisation.UnitKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** How a document number is written: 机关代字〔年份〕序号号, six-cornered brackets, neither 第 nor leading zeros (GB/T 9704—2012 7.2.5). */
public final class DocumentNumber {

    private static final Pattern SOUND = Pattern.compile("[\\p{IsHan}]{1,12}〔(\\d{4})〕[1-9]\\d{0,4}号");
    private static final Pattern OTHER_BRACKETS = Pattern.compile("[\\[\\]()（）【】［］]");
    private static final Pattern ZERO_OR_ORDINAL = Pattern.compile("第|〕0");
    private static final Pattern ISSUE = Pattern.compile("(?:\\d{4}年?)?\\p{IsHan}{0,8}第[1-9]\\d{0,3}期.*|〔\\d{4}〕第?[1-9]\\d{0,3}[次期号]|.*〔\\d{4}〕[1-9]\\d{0,4}号");
    private static final Pattern RUNNING = Pattern.compile("(.*?(?:第|〕第?))(\\d{1,5})([期次号].*)");
    private static final int MOST = 99_999;
    private static final String CLAUSE = "GB/T 9704—2012 7.2.5";

    private static final Set<UnitKind> GIVEN_BY = EnumSet.of(UnitKind.COUNTY, UnitKind.DEPARTMENT, UnitKind.PUBLIC_INSTITUTION, UnitKind.TOWNSHIP);

    private DocumentNumber() {}

    /** Whether units of that kind issue numbered documents. */
    public static boolean givenBy(UnitKind kind) {
        return GIVEN_BY.contains(kind);
    }

    /** Everything wrong with a number of a kind under a date; 专报 and 纪要 may be numbered by issue. */
    public static List<Reason> faults(FormalKind kind, String number, LocalDate date) {
        if (number.isEmpty()) {
            return List.of(Reason.of("number-missing", "没有填" + what(kind) + "。", "填写后再登记。"));
        }
        boolean byIssue = kind.format() == FormalKind.Format.BRIEFING || kind.format() == FormalKind.Format.MINUTES;
        if (byIssue && ISSUE.matcher(number).matches()) {
            return List.of();
        }
        var faults = new ArrayList<Reason>();
        var sound = SOUND.matcher(number);
        if (OTHER_BRACKETS.matcher(number).find()) {
            faults.add(new Reason("number-brackets", "“" + number + "”的年份没有用六角括号。", CLAUSE, "写成〔" + date.getYear() + "〕。"));
        } else if (ZERO_OR_ORDINAL.matcher(number).find()) {
            faults.add(new Reason("number-padded", "“" + number + "”的序号加了“第”或者编了虚位。", CLAUSE, "直接写序号，如〔" + date.getYear() + "〕1号。"));
        } else if (!sound.matches()) {
            faults.add(new Reason("number-unreadable", "“" + number + "”不是" + what(kind) + "。", CLAUSE,
                    byIssue ? "写成第1期、年度第1期，或者〔" + date.getYear() + "〕第1次。" : "写成“云办发〔" + date.getYear() + "〕1号”的样子。"));
        } else if (Integer.parseInt(sound.group(1)) != date.getYear()) {
            faults.add(new Reason("number-year", "发文字号的年份是" + sound.group(1) + "年，成文日期是" + date.getYear() + "年。", CLAUSE, "核对文号和成文日期。"));
        }
        return faults;
    }

    /**
     * The next number of the same kind that is free; empty where the number has no running part.
     *
     * @param taken whether a number is in the register
     */
    static Optional<String> following(String number, Predicate<String> taken) {
        var running = RUNNING.matcher(number);
        return running.matches()
                ? IntStream.rangeClosed(Integer.parseInt(running.group(2)) + 1, MOST)
                        .mapToObj(next -> running.group(1) + next + running.group(3)).filter(taken.negate()).findFirst()
                : Optional.empty();
    }

    private static String what(FormalKind kind) {
        return kind.format() == FormalKind.Format.BRIEFING ? "期号" : "发文字号";
    }
}
