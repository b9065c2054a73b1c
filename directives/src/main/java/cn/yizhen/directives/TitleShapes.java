package cn.yizhen.directives;

import cn.yizhen.directives.Page.Paragraph;
import cn.yizhen.directives.Punctuation.Piece;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What looks like a title on this page: a short line above running text, the first sentence behind a number, a
 * sentence with which paragraphs open. How titles look differs from page to page, so some of it is worked out once.
 */
final class TitleShapes {

    /** The level of headings without a number, below all numbers. */
    static final int UNNUMBERED = 6;

    private static final int LONGEST_TITLE = 34;
    private static final int SHORT_RUN_IN = 16;
    private static final int LONG_RUN_IN = 26;
    private static final Pattern SIGNATURE = Pattern.compile(
            "^[（(]?\\d{4}年\\d{1,2}月\\d{1,2}日[）)]?$|^[一二〇○零]{2,4}.{0,3}年.{1,3}月.{1,3}日$|^(?:联系人|联系电话|电话|附件|抄送|主送|出席|列席|请假|记录|签发|发文|来源|作者|编辑|责编)[：:].*|^[（(]此件.*|^附件\\d*$");
    private static final Pattern ANNOTATION = Pattern.compile("^[（(【]?(?:责任|牵头|配合|完成|实施|主办|协办|参加)(?:单位|部门|领导|时限|时间|人)[：:].*");
    private static final Pattern ASKS = Pattern.compile("\\d|要[^求素点]|必须|应当|[前底]完成|不得|严禁|每[年月季周]");

    private final String text;
    private final List<Paragraph> paragraphs;
    private final int firstBody;
    private final int topLevel;
    private final int runIn;

    TitleShapes(String text, List<Paragraph> paragraphs) {
        this.text = text;
        this.paragraphs = paragraphs;
        firstBody = firstBody(paragraphs);
        topLevel = highestLevel();
        runIn = runInLength();
    }

    /** The level of the headings that open sections. */
    int topLevel() {
        return topLevel;
    }

    /** How long a sentence with which a paragraph opens may be to be its title; 0 where that is not the way of this page. */
    int runIn() {
        return runIn;
    }

    /** Whether a heading here is one of those that open sections though none of them has a number. */
    boolean isTopUnnumbered(int i) {
        return topLevel == UNNUMBERED && i > firstBody;
    }

    /** A date, a contact, an enclosure: what stands below a text. */
    static boolean isSignature(String words) {
        return SIGNATURE.matcher(words).matches();
    }

    private String of(Paragraph p) {
        return text.substring(p.start(), p.end());
    }

    /** Whether the paragraph, which has no number, is a title. */
    boolean isTitle(int i) {
        var words = of(paragraphs.get(i));
        if (plainHeading(i)) {
            return true;
        }
        return !paragraphs.get(i).cell() && i <= firstBody && words.length() <= LONGEST_TITLE + 16 && !endsWithMark(words);
    }

    /** End of the title of a numbered paragraph; its start where the number opens an item without title. */
    int titleEnd(Paragraph p, String words, Numbering number) {
        if (number.level() == 5) {
            return p.start();
        }
        boolean whole = !endsWithMark(words) && words.length() <= LONGEST_TITLE + 12;
        var sentences = Punctuation.sentences(text, p.start() + number.length(), p.end());
        if (whole && sentences.size() == 1) {
            return p.end();
        }
        if (sentences.size() < 2) {
            return colonTitle(p, number);
        }
        var first = sentences.getFirst();
        int length = first.end() - first.start();
        var title = text.substring(first.start(), first.end());
        boolean few = Punctuation.clauses(text, first.start(), first.end()).size() <= (number.level() <= 2 ? 3 : 2);
        boolean rest = !annotation(sentences.get(1)) || sentences.size() > 2;
        if (length <= LONGEST_TITLE && few && rest && !ASKS.matcher(title.replaceFirst("^要", "")).find()) {
            return first.end();
        }
        return colonTitle(p, number);
    }

    /** 一是加快道路建设。 followed by what that means, rather than by 二是. */
    boolean isOrdinalTitle(List<Piece> pieces, int i) {
        var piece = pieces.get(i);
        var words = text.substring(piece.start(), piece.end());
        var number = Numbering.of(words);
        var next = Numbering.of(text.substring(pieces.get(i + 1).start(), pieces.get(i + 1).end()));
        if (number == null || next != null || words.length() > 36 || ASKS.matcher(words.substring(number.length())).find()) {
            return false;
        }
        return Punctuation.clauses(text, piece.start(), piece.end()).size() <= 2;
    }

    /** Few enough words and clauses, and nothing asked. */
    boolean isShort(Piece piece, int longest) {
        var words = text.substring(piece.start(), piece.end());
        int clauses = Punctuation.clauses(text, piece.start(), piece.end()).size();
        return words.length() <= longest && clauses <= (longest > SHORT_RUN_IN ? 2 : 1)
                && !words.matches(".*\\d.*") && !(clauses > 1 && ASKS.matcher(words).find());
    }

    private int highestLevel() {
        int top = UNNUMBERED;
        boolean plain = false;
        for (int i = 0; i < paragraphs.size(); i++) {
            var number = Numbering.of(of(paragraphs.get(i)));
            if (number != null && number.level() < 5) {
                top = Math.min(top, number.level());
            }
            plain |= number == null && i > 0 && plainHeading(i) && i > firstBody;
        }
        return plain && top > 1 ? UNNUMBERED : top;
    }

    /** Index of the first paragraph that is too long for a title; the size of the list where there is none. */
    private static int firstBody(List<Paragraph> paragraphs) {
        int i = 0;
        while (i < paragraphs.size() && paragraphs.get(i).end() - paragraphs.get(i).start() <= LONGEST_TITLE) {
            i++;
        }
        return i;
    }

    /** A short line without closing mark that stands above running text. */
    private boolean plainHeading(int i) {
        var words = of(paragraphs.get(i));
        if (paragraphs.get(i).cell() || words.length() > LONGEST_TITLE || words.length() < 4 || i + 1 >= paragraphs.size() || endsWithMark(words)) {
            return false;
        }
        var next = of(paragraphs.get(i + 1));
        return !isSignature(words) && !ANNOTATION.matcher(words).matches()
                && words.indexOf('。') < 0 && next.length() > 12 && !words.startsWith("要");
    }

    /** Do paragraphs open with a title of their own (守土有责，牢牢掌握主动权。), as most of them must for a short sentence to be one? */
    private int runInLength() {
        int paragraphsOfText = 0;
        int one = 0;
        int two = 0;
        for (var p : paragraphs) {
            var pieces = Punctuation.sentences(text, p.start(), p.end());
            if (Numbering.of(of(p)) != null || pieces.size() < 2) {
                continue;
            }
            paragraphsOfText++;
            one += isShort(pieces.getFirst(), SHORT_RUN_IN) ? 1 : 0;
            two += isShort(pieces.getFirst(), LONG_RUN_IN) ? 1 : 0;
        }
        if (two >= 3 && two * 3 >= paragraphsOfText * 2) {
            return LONG_RUN_IN;
        }
        return one >= 2 ? SHORT_RUN_IN : 0;
    }

    private boolean annotation(Piece piece) {
        return ANNOTATION.matcher(text.substring(piece.start(), piece.end())).matches();
    }

    private int colonTitle(Paragraph p, Numbering number) {
        int from = p.start() + number.length();
        for (int i = from; i < Math.min(p.end() - 4, from + 20); i++) {
            char c = text.charAt(i);
            if (c == '：' || c == ':') {
                return i + 1;
            }
            if ("，,。".indexOf(c) >= 0) {
                break;
            }
        }
        return p.start();
    }

    private static boolean endsWithMark(String words) {
        return "。！？；：，、.!?;:,）)".indexOf(words.charAt(words.length() - 1)) >= 0;
    }
}
