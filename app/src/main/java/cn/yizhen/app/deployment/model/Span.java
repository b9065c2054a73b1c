package cn.yizhen.app.deployment.model;

/**
 * A place in the document, in Unicode code points.
 *
 * @param start first code point
 * @param end   code point after the last
 */
public record Span(int start, int end) implements Comparable<Span> {

    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("not a place in a text: " + start + "–" + end);
        }
    }

    /** The place of words that a text holds from this position of its chars on. */
    static Span of(String text, int at, String words) {
        int start = text.codePointCount(0, at);
        return new Span(start, start + words.codePointCount(0, words.length()));
    }

    public boolean touches(Span other) {
        return start < other.end && other.start < end;
    }

    public boolean holds(Span other) {
        return start <= other.start && other.end <= end;
    }

    /** These words of the text. */
    public String of(String text) {
        int from = text.offsetByCodePoints(0, start);
        return text.substring(from, text.offsetByCodePoints(from, end - start));
    }

    @Override
    public int compareTo(Span other) {
        return start != other.start ? Integer.compare(start, other.start) : Integer.compare(end, other.end);
    }
}
