package cn.yizhen.directives;

import java.util.ArrayList;
import java.util.List;

/** Cuts text at full-width and half-width marks, leaving quotations, brackets, numbers and dates whole. */
final class Punctuation {

    /** A stretch of text without the mark that ends it. */
    record Piece(int start, int end, char mark) {}

    private static final int QUOTATION = 60;

    private Punctuation() {}

    /** Sentences of text[start, end), each with its final mark inside. */
    static List<Piece> sentences(String text, int start, int end) {
        return cut(text, start, end, true);
    }

    /** Clauses of text[start, end), each without its final mark. */
    static List<Piece> clauses(String text, int start, int end) {
        return cut(text, start, end, false);
    }

    private static List<Piece> cut(String text, int start, int end, boolean whole) {
        var pieces = new ArrayList<Piece>();
        int from = start;
        int i = start;
        while (i < end) {
            char c = text.charAt(i);
            int close = closing(text, i, end);
            if (close > i) {
                i = close + 1;
                if (whole && endsSentence(text, close - 1, end) && i < end && !isMark(text.charAt(i))) {
                    pieces.add(new Piece(from, i, '。'));
                    from = i;
                }
                continue;
            }
            boolean ends = endsSentence(text, i, end) || (!whole && endsClause(text, i, end));
            i++;
            if (ends) {
                while (whole && i < end && (endsSentence(text, i, end) || "”’）)》".indexOf(text.charAt(i)) >= 0)) {
                    i++;
                }
                add(pieces, from, whole ? i : i - 1, c);
                from = i;
            }
        }
        add(pieces, from, end, ' ');
        return pieces;
    }

    private static void add(List<Piece> pieces, int start, int end, char mark) {
        if (end > start) {
            pieces.add(new Piece(start, end, mark));
        }
    }

    /** Where the bracket or quotation that opens at {@code i} closes, or -1. */
    static int closing(String text, int i, int end) {
        char close = switch (text.charAt(i)) {
            case '“' -> '”';
            case '‘' -> '’';
            case '《' -> '》';
            case '〈' -> '〉';
            case '（', '(' -> '）';
            case '【' -> '】';
            case '〔' -> '〕';
            default -> 0;
        };
        if (close == 0) {
            return -1;
        }
        int limit = Math.min(end, i + (close == '）' ? 3 : 1) * QUOTATION);
        for (int j = i + 1; j < limit; j++) {
            char c = text.charAt(j);
            if (c == close || (close == '）' && c == ')')) {
                return j;
            }
        }
        return -1;
    }

    private static boolean isMark(char c) {
        return "，。；：、！？,.;:!?".indexOf(c) >= 0;
    }

    static boolean endsSentence(String text, int i, int end) {
        char c = text.charAt(i);
        if (c == '。' || c == '！' || c == '？' || c == '!' || c == '?') {
            return true;
        }
        return c == '.' && betweenWords(text, i, end);
    }

    static boolean endsClause(String text, int i, int end) {
        char c = text.charAt(i);
        if (c == '，' || c == '；' || c == '：') {
            return true;
        }
        return (c == ',' || c == ';' || c == ':') && betweenWords(text, i, end);
    }

    /** A half-width mark counts unless it stands inside a number, a time or a Latin word. */
    private static boolean betweenWords(String text, int i, int end) {
        boolean before = i > 0 && text.charAt(i - 1) < 128 && Character.isLetterOrDigit(text.charAt(i - 1));
        boolean after = i + 1 < end && text.charAt(i + 1) < 128 && Character.isLetterOrDigit(text.charAt(i + 1));
        return !(before && after);
    }
}
