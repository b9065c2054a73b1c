package cn.yizhen.directives;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The text as paragraphs without line breaks and spaces, with the way back to the place in the original.
 *
 * <p>Lines can break in the middle of a sentence. A line belongs to the one before it when that one ends
 * without closing punctuation and is too long or too unfinished for a heading.
 */
final class Page {

    /**
     * A paragraph of the cleaned text, or one cell of a table row.
     *
     * @param row    number of the line in the original, for cells only, otherwise -1
     * @param column number of the cell in its row, from 0
     */
    record Paragraph(int start, int end, int row, int column) {
        boolean cell() {
            return row >= 0;
        }
    }

    /** A line of the original, or one cell of it. */
    private record Stretch(int start, int end, int row, int column) {
        boolean cell() {
            return row >= 0;
        }
    }

    private static final String CLOSERS = "。！？；：.!?;:";
    private static final String UNFINISHED = "，、,的和与及在对将把为以于是";
    private static final Pattern RUNNING = Pattern.compile("[。；]|(?<![主重只需简纪摘紧首概不必])要(?![求素点闻])");
    private static final int HEADING = 32;

    private final StringBuilder clean = new StringBuilder();
    private final List<Paragraph> paragraphs = new ArrayList<>();
    private final int[] origin;

    Page(String text) {
        origin = new int[text.length() + 1];
        int width = usualWidth(text);
        Stretch opening = new Stretch(0, 0, -1, 0);
        int opened = 0;
        for (var stretch : stretches(text)) {
            int from = clean.length();
            if (from > opened && (stretch.cell() || opening.cell()
                    || startsAfresh(text, stretch.start(), stretch.end(), opened, width))) {
                paragraphs.add(new Paragraph(opened, from, opening.row(), opening.column()));
                opened = from;
            }
            if (clean.length() == opened) {
                opening = stretch;
            }
            copy(text, stretch.start(), stretch.end());
        }
        if (clean.length() > opened) {
            paragraphs.add(new Paragraph(opened, clean.length(), opening.row(), opening.column()));
        }
    }

    private static List<Stretch> stretches(String text) {
        var found = new ArrayList<Stretch>();
        int row = 0;
        for (int start = 0; start <= text.length(); row++) {
            int end = endOfLine(text, start);
            if (isRow(text, start, end)) {
                cells(text, start, end, row, found);
            } else {
                found.add(new Stretch(start, end, -1, 0));
            }
            boolean crlf = end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
            start = end + (crlf ? 2 : 1);
        }
        return found;
    }

    private static void cells(String text, int start, int end, int row, List<Stretch> found) {
        int column = 0;
        for (int from = start; from <= end; column++) {
            int tab = text.indexOf('\t', from);
            int to = tab < 0 || tab > end ? end : tab;
            found.add(new Stretch(from, to, row, column));
            from = to + 1;
        }
    }

    private static int endOfLine(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    /** A line with a tab between words is a table row; one that only opens with tabs is indented. */
    private static boolean isRow(String text, int start, int end) {
        for (int i = start + 1; i < end - 1; i++) {
            if (text.charAt(i) == '\t' && !text.substring(start, i).isBlank() && !text.substring(i, end).isBlank()) {
                return true;
            }
        }
        return false;
    }

    private void copy(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!blank(text.charAt(i))) {
                origin[clean.length()] = i;
                clean.append(text.charAt(i));
            }
        }
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200b' || c == '\ufeff' || c == 0;
    }

    /** Does the line at start..end open a new paragraph after what was collected since {@code opened}? */
    private boolean startsAfresh(String text, int start, int end, int opened, int width) {
        var line = text.substring(start, end).strip();
        if (line.isEmpty()) {
            return blankLineBefore(text, start) || finished(opened);
        }
        if (finished(opened) || Numbering.of(line) != null) {
            return true;
        }
        char last = clean.charAt(clean.length() - 1);
        if (running(opened)) {
            return false;
        }
        if (UNFINISHED.indexOf(last) >= 0 || opensWithPunctuation(line)) {
            return false;
        }
        int lastLine = lastLineLength(text, start);
        boolean full = width > 0 && lastLine >= width - 4;
        return !full && (clean.length() - opened <= HEADING || width > 0);
    }

    /** What was collected asks something or holds a whole sentence, so it is no heading. */
    private boolean running(int opened) {
        var collected = clean.substring(opened, Math.min(clean.length(), opened + 80));
        return Numbering.of(collected) == null && RUNNING.matcher(collected).find();
    }

    private static boolean opensWithPunctuation(String line) {
        return "，、。；：”）》,.;:)".indexOf(line.charAt(0)) >= 0;
    }

    private static boolean blankLineBefore(String text, int start) {
        return start > 1 && text.charAt(start - 1) == '\n' && "。！？；：\n".indexOf(text.charAt(start - 2)) >= 0;
    }

    private boolean finished(int opened) {
        int last = clean.length() - 1;
        while (last > opened && "”’）)》」】".indexOf(clean.charAt(last)) >= 0) {
            last--;
        }
        return CLOSERS.indexOf(clean.charAt(last)) >= 0;
    }

    private static int lastLineLength(String text, int start) {
        int end = start;
        while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        int from = end;
        while (from > 0 && text.charAt(from - 1) != '\n' && text.charAt(from - 1) != '\r') {
            from--;
        }
        return text.substring(from, end).strip().length();
    }

    /** The width lines are wrapped at, or 0 where each paragraph is one line. */
    private static int usualWidth(String text) {
        var counts = new int[81];
        int lines = 0;
        for (var line : text.split("[\\r\\n]+")) {
            int length = line.strip().length();
            if (length > 80) {
                return 0;
            }
            if (length > 0) {
                counts[length]++;
                lines++;
            }
        }
        for (int width = 80, near = 0; width >= 16; width--) {
            near += counts[width];
            if (near * 4 >= lines && near >= 3) {
                return width + 2;
            }
        }
        return 0;
    }

    String text() {
        return clean.toString();
    }

    List<Paragraph> paragraphs() {
        return paragraphs;
    }

    /** Place in the original of the character at {@code place} in the cleaned text. */
    int origin(int place) {
        return origin[place];
    }
}
