package cn.yizhen.directives.charges;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A notice on who is in charge of what, read (领导分工通知).
 *
 * @param title   of the notice, or empty
 * @param paper   its document number, or empty
 * @param day     the day it bears
 * @param charges in the order of the text
 * @param unread  sentences and rows that speak of a charge and of which it is not plain whose, in the words of the notice
 */
public record ChargeNotice(String title, String paper, Optional<LocalDate> day, List<ProposedCharge> charges, List<String> unread) {

    private static final Pattern NUMBER = Pattern.compile("[\\p{IsHan}]{1,10}[〔\\[（(](?:19|20)\\d{2}[〕\\]）)]\\s*\\d+\\s*号");
    private static final Pattern DAY = Pattern.compile("((?:19|20)\\d{2})年(\\d{1,2})月(\\d{1,2})日");
    private static final Pattern TITLE = Pattern.compile("[^\\n\\t]*(?:分工|工作分工)[^\\n\\t]*(?:通知|方案|安排|调整|一览表|表)[^\\n\\t]*");

    public ChargeNotice {
        charges = List.copyOf(charges);
        unread = List.copyOf(unread);
    }

    /** Reads the text; what it does not understand it leaves out, and never guesses a person. */
    public static ChargeNotice read(String typed) {
        var text = typed.replaceAll("[\\u00a0\\u2002\\u2003\\u2009]", " ");
        var reader = new NoticeReader(text);
        reader.read();
        return new ChargeNotice(first(TITLE, text).strip(), first(NUMBER, text).replaceAll("\\s", ""), day(text), reader.charges(), reader.unread());
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group() : "";
    }

    /** The last one: a notice bears its day at the foot. */
    private static Optional<LocalDate> day(String text) {
        Matcher found = DAY.matcher(text);
        Optional<LocalDate> last = Optional.empty();
        while (found.find()) {
            try {
                last = Optional.of(LocalDate.of(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)), Integer.parseInt(found.group(3))));
            } catch (DateTimeException noDay) {
                // 2月30日 in a text is a slip of the pen; a person enters the day
            }
        }
        return last;
    }
}
