package cn.yizhen.directives;

import cn.yizhen.directives.Page.Paragraph;
import cn.yizhen.directives.Punctuation.Piece;
import cn.yizhen.directives.TaskTable.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the headings of a page and gives every sentence its section and role. Offsets are of the cleaned text. */
final class Outline {

    /** A heading with its place in the cleaned text; level 0 is the title of the document. */
    record Title(int level, int section, String words, int start, int end, Role role) {}

    /**
     * A sentence with what stands above it; {@code item} numbers the innermost numbered item or table row it belongs
     * to, {@code column} tells what its cell of a task table holds.
     */
    record Placed(int start, int end, int section, String heading, Role role, boolean title, boolean first, int item, @Nullable Column column) {}

    private static final int LONGEST_TITLE = 34;
    private static final int UNNUMBERED = 6;
    private static final int SHORT_RUN_IN = 16;
    private static final int LONG_RUN_IN = 26;
    private static final Pattern SIGNATURE = Pattern.compile(
            "^[（(]?\\d{4}年\\d{1,2}月\\d{1,2}日[）)]?$|^[一二〇○零]{2,4}.{0,3}年.{1,3}月.{1,3}日$|^(?:联系人|联系电话|电话|附件|抄送|主送|出席|列席|请假|记录|签发|发文|来源|作者|编辑|责编)[：:].*|^[（(]此件.*|^附件\\d*$");
    private static final Pattern ANNOTATION = Pattern.compile("^[（(【]?(?:责任|牵头|配合|完成|实施|主办|协办|参加)(?:单位|部门|领导|时限|时间|人)[：:].*");
    private static final Pattern ASKS = Pattern.compile("\\d|要[^求素点]|必须|应当|[前底]完成|不得|严禁|每[年月季周]");

    private final String text;
    private final TaskTable table;
    private final List<Title> titles = new ArrayList<>();
    private final List<Placed> sentences = new ArrayList<>();
    private final int firstBody;
    private final int topLevel;
    private final boolean nested;
    private final int runIn;
    private int section;
    private int item;
    private int row = -1;
    private @Nullable Column column;
    private final Title[] open = new Title[UNNUMBERED + 1];

    Outline(Page page) {
        text = page.text();
        var paragraphs = page.paragraphs();
        table = new TaskTable(text, paragraphs);
        firstBody = firstBody(paragraphs);
        nested = paragraphs.stream().map(this::of).anyMatch(w -> {
            var number = Numbering.of(w);
            return number != null && number.level() == 1 && !Numbering.isOrdinal(w);
        });
        topLevel = topLevel(paragraphs);
        runIn = runInLength(paragraphs);
        for (int i = 0; i < paragraphs.size(); i++) {
            place(paragraphs, i);
        }
    }

    List<Title> titles() {
        return titles;
    }

    List<Placed> sentences() {
        return sentences;
    }

    private @Nullable Numbering numbering(String words) {
        var number = Numbering.of(words);
        return number != null && nested && Numbering.isOrdinal(words) ? new Numbering(3, number.length()) : number;
    }

    private String of(Paragraph p) {
        return text.substring(p.start(), p.end());
    }

    private int topLevel(List<Paragraph> paragraphs) {
        int top = UNNUMBERED;
        boolean plain = false;
        for (int i = 0; i < paragraphs.size(); i++) {
            var number = Numbering.of(of(paragraphs.get(i)));
            if (number != null && number.level() < 5) {
                top = Math.min(top, number.level());
            }
            plain |= number == null && i > 0 && plainHeading(paragraphs, i) && i > firstBody;
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
    private boolean plainHeading(List<Paragraph> paragraphs, int i) {
        var words = of(paragraphs.get(i));
        if (paragraphs.get(i).cell() || words.length() > LONGEST_TITLE || words.length() < 4 || i + 1 >= paragraphs.size() || endsWithMark(words)) {
            return false;
        }
        var next = of(paragraphs.get(i + 1));
        return !SIGNATURE.matcher(words).matches() && !ANNOTATION.matcher(words).matches()
                && words.indexOf('。') < 0 && next.length() > 12 && !words.startsWith("要");
    }

    private static boolean endsWithMark(String words) {
        return "。！？；：，、.!?;:,）)".indexOf(words.charAt(words.length() - 1)) >= 0;
    }

    /** Do paragraphs open with a title of their own (守土有责，牢牢掌握主动权。), as most of them must for a short sentence to be one? */
    private int runInLength(List<Paragraph> paragraphs) {
        int paragraphsOfText = 0;
        int one = 0;
        int two = 0;
        for (var p : paragraphs) {
            var pieces = Punctuation.sentences(text, p.start(), p.end());
            if (Numbering.of(of(p)) != null || pieces.size() < 2) {
                continue;
            }
            paragraphsOfText++;
            one += shortTitle(pieces.getFirst(), SHORT_RUN_IN) ? 1 : 0;
            two += shortTitle(pieces.getFirst(), LONG_RUN_IN) ? 1 : 0;
        }
        if (two >= 3 && two * 3 >= paragraphsOfText * 2) {
            return LONG_RUN_IN;
        }
        return one >= 2 ? SHORT_RUN_IN : 0;
    }

    private boolean shortTitle(Piece piece, int longest) {
        var words = text.substring(piece.start(), piece.end());
        int clauses = Punctuation.clauses(text, piece.start(), piece.end()).size();
        return words.length() <= longest && clauses <= (longest > SHORT_RUN_IN ? 2 : 1)
                && !words.matches(".*\\d.*") && !(clauses > 1 && ASKS.matcher(words).find());
    }

    private void place(List<Paragraph> paragraphs, int i) {
        var p = paragraphs.get(i);
        var words = of(p);
        column = table.of(p);
        if (p.cell() && p.row() != row) {
            row = p.row();
            item++;
        }
        if (column != null) {
            cell(p, column);
            return;
        }
        var number = numbering(words);
        if (SIGNATURE.matcher(words).matches()) {
            add(p.start(), p.end(), Role.ATTACHMENT, false, false);
            return;
        }
        if (number != null) {
            numbered(p, words, number);
        } else if (isTitle(paragraphs, i)) {
            heading(topLevel == UNNUMBERED && i > firstBody ? UNNUMBERED : 0, words, p.start(), p.end());
        } else {
            body(p.start(), p.end(), runIn);
        }
    }

    private boolean isTitle(List<Paragraph> paragraphs, int i) {
        var words = of(paragraphs.get(i));
        if (plainHeading(paragraphs, i)) {
            return true;
        }
        return !paragraphs.get(i).cell() && i <= firstBody && words.length() <= LONGEST_TITLE + 16 && !endsWithMark(words);
    }

    private void cell(Paragraph p, Column held) {
        if (held == Column.TASK) {
            body(p.start(), p.end(), 0);
        } else {
            add(p.start(), p.end(), Role.ATTACHMENT, false, false);
        }
    }

    /** A numbered paragraph: a heading on its own, a run-in title with its text, or an item that is all text. */
    private void numbered(Paragraph p, String words, Numbering number) {
        int level = number.level();
        int afterNumber = p.start() + number.length();
        if (level < 5) {
            item++;
        }
        if (level == topLevel) {
            section++;
        }
        int end = titleEnd(p, words, number);
        if (end > afterNumber) {
            heading(level, text.substring(afterNumber, end), p.start(), end);
        } else if (level < 5) {
            open[level] = new Title(level, section, "", p.start(), p.start(), Role.TASK);
            clearBelow(level);
        }
        if (end < p.end()) {
            body(Math.max(p.start(), end), p.end(), 0);
        }
    }

    /** End of the title of a numbered paragraph; its start where the number opens an item without title. */
    private int titleEnd(Paragraph p, String words, Numbering number) {
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

    private void heading(int level, String words, int start, int end) {
        int shown = level == UNNUMBERED ? 1 : level;
        if (level == UNNUMBERED && topLevel == UNNUMBERED) {
            section++;
            item++;
        }
        var title = words.replaceFirst("[。．.：:，,；;！!]+$", "");
        var found = new Title(shown, section, title, start, end, Role.ofTitle(title));
        titles.add(found);
        if (level > 0) {
            open[shown] = found;
            clearBelow(shown);
        }
        sentences.add(new Placed(start, end, section, heading(), Role.TASK, true, false, item, column));
    }

    private void clearBelow(int level) {
        for (int deeper = level + 1; deeper < open.length; deeper++) {
            open[deeper] = null;
        }
    }

    private void body(int start, int end, int runInLength) {
        var pieces = Punctuation.sentences(text, start, end);
        for (int i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            boolean title = i + 1 < pieces.size()
                    && (ordinalTitle(pieces, i) || (i == 0 && shortTitle(piece, runInLength)));
            add(piece.start(), piece.end(), inherited(), title, i == 0);
        }
    }

    /** 一是加快道路建设。 followed by what that means, rather than by 二是. */
    private boolean ordinalTitle(List<Piece> pieces, int i) {
        var piece = pieces.get(i);
        var words = text.substring(piece.start(), piece.end());
        var number = Numbering.of(words);
        var next = Numbering.of(text.substring(pieces.get(i + 1).start(), pieces.get(i + 1).end()));
        if (number == null || next != null || words.length() > 36 || ASKS.matcher(words.substring(number.length())).find()) {
            return false;
        }
        return Punctuation.clauses(text, piece.start(), piece.end()).size() <= 2;
    }

    private void add(int start, int end, Role role, boolean title, boolean first) {
        sentences.add(new Placed(start, end, section, heading(), role, title, first, item, column));
    }

    private String heading() {
        for (int level = open.length - 1; level >= 0; level--) {
            var title = open[level];
            if (title != null && !title.words().isEmpty()) {
                return title.words();
            }
        }
        return "";
    }

    private Role inherited() {
        @Nullable Role role = null;
        for (int level = open.length - 1; level >= 0; level--) {
            var title = open[level];
            if (title != null && title.role() != Role.TASK && role == null) {
                role = title.role();
            }
        }
        return role == null ? Role.TASK : role;
    }
}
