package cn.yizhen.directives;

import cn.yizhen.directives.Page.Paragraph;
import cn.yizhen.directives.TaskTable.Column;
import java.util.ArrayList;
import java.util.List;
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

    private final String text;
    private final TaskTable table;
    private final List<Title> titles = new ArrayList<>();
    private final List<Placed> sentences = new ArrayList<>();
    private final TitleShapes shapes;
    private final boolean nested;
    private int section;
    private int item;
    private int row = -1;
    private @Nullable Column column;
    private final Title[] open = new Title[TitleShapes.UNNUMBERED + 1];

    Outline(Page page) {
        text = page.text();
        var paragraphs = page.paragraphs();
        table = new TaskTable(text, paragraphs);
        shapes = new TitleShapes(text, paragraphs);
        nested = paragraphs.stream().map(this::of).anyMatch(w -> {
            var number = Numbering.of(w);
            return number != null && number.level() == 1 && !Numbering.isOrdinal(w);
        });
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
        if (TitleShapes.isSignature(words)) {
            add(p.start(), p.end(), Role.ATTACHMENT, false, false);
            return;
        }
        if (number != null) {
            numbered(p, words, number);
        } else if (shapes.isTitle(i)) {
            heading(shapes.isTopUnnumbered(i) ? TitleShapes.UNNUMBERED : 0, words, p.start(), p.end());
        } else {
            body(p.start(), p.end(), shapes.runIn());
        }
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
        if (level == shapes.topLevel()) {
            section++;
        }
        int end = shapes.titleEnd(p, words, number);
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

    private void heading(int level, String words, int start, int end) {
        int shown = level == TitleShapes.UNNUMBERED ? 1 : level;
        if (level == TitleShapes.UNNUMBERED && shapes.topLevel() == TitleShapes.UNNUMBERED) {
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
                    && (shapes.isOrdinalTitle(pieces, i) || (i == 0 && shapes.isShort(piece, runInLength)));
            add(piece.start(), piece.end(), inherited(), title, i == 0);
        }
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
