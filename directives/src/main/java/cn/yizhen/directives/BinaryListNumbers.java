package cn.yizhen.directives;

import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.poi.hwpf.usermodel.HWPFList;
import org.apache.poi.hwpf.usermodel.Paragraph;

/** Writes out the numbers a Word 97 document (.doc, .wps) counts by itself, which stand nowhere in its text. */
final class BinaryListNumbers {

    private static final int DEEPEST = 9;

    /** How often each level of a list was counted so far, by the list's identity. */
    private final Map<Integer, int[]> counted = new HashMap<>();

    /** The number of the next paragraph, or nothing. */
    String next(Paragraph paragraph) {
        if (!paragraph.isInList() || paragraph.getIlvl() >= DEEPEST) {
            return "";
        }
        try {
            return number(paragraph.getList(), paragraph.getIlvl());
        } catch (NoSuchElementException | IllegalStateException | IndexOutOfBoundsException _) {
            return ""; // a list the file speaks of and does not hold
        }
    }

    private String number(HWPFList list, int depth) {
        var format = format(list, depth);
        var pattern = list.getNumberText((char) depth);
        if (format.isEmpty() || pattern == null) {
            return "";
        }
        var counts = counted.computeIfAbsent(list.getLsid(), _ -> new int[DEEPEST]);
        counts[depth]++;
        for (int deeper = depth + 1; deeper < DEEPEST; deeper++) {
            counts[deeper] = 0;
        }
        var text = new StringBuilder();
        for (char mark : pattern.toCharArray()) {
            text.append(mark < DEEPEST ? ListNumbers.format(format(list, mark), list.getStartAt(mark) + Math.max(0, counts[mark] - 1)) : String.valueOf(mark));
        }
        return text.toString();
    }

    /** The number format of a level by its name in a .docx; empty for a bullet and for none. [MS-OSHARED] 2.2.1.3 MSONFC. */
    private static String format(HWPFList list, int level) {
        return switch (list.getNumberFormat((char) level)) {
            case 23, 255 -> "";
            case 10, 11, 33, 35, 37, 38, 39 -> "chineseCounting";
            case 18, 28, 29 -> "decimalEnclosedCircle";
            case 3 -> "upperLetter";
            case 4 -> "lowerLetter";
            default -> "decimal";
        };
    }
}
