package cn.yizhen.app.deployment.web;

import cn.yizhen.app.deployment.application.Office;
import cn.yizhen.app.deployment.application.TableOfTasks;
import cn.yizhen.app.deployment.model.Accounting;
import cn.yizhen.app.deployment.model.Deployment;
import cn.yizhen.app.deployment.model.Draft;
import cn.yizhen.app.deployment.model.Duplicate;
import cn.yizhen.app.deployment.model.EffortTable;
import cn.yizhen.app.deployment.model.Entry;
import cn.yizhen.app.deployment.model.Line;
import cn.yizhen.app.deployment.model.Load;
import cn.yizhen.app.deployment.model.Row;
import cn.yizhen.app.deployment.model.RowId;
import cn.yizhen.app.deployment.model.Span;
import cn.yizhen.app.deployment.model.Stage;
import cn.yizhen.rules.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the two panes show.
 *
 * @param post       the post edits are made under
 * @param selected   the row opened for work, or null
 * @param line       index of the sentence opened for taking up, or -1
 * @param unitNames  what can be typed as lead or supporting
 * @param reasons    why the last form was refused
 * @param typed      what it held
 */
public record Review(
        Deployment deployment, String post, Filter filter, @Nullable RowId selected, int line, Map<RowId, List<Duplicate>> duplicates,
        EffortTable effort, List<String> unitNames, LocalDate today, UUID key, List<Reason> reasons, Map<String, String> typed) {

    /** A filter with how many rows it shows. */
    public record Choice(String word, String label, int count, boolean current, boolean warns) {}

    /** Where a row can be cut: after these words. */
    public record Cut(String before, int at) {}

    public UUID id() {
        return deployment.source().id();
    }

    public Draft draft() {
        return deployment.draft();
    }

    public Stage stage() {
        return deployment.stage();
    }

    public boolean editable() {
        return stage().editable();
    }

    public String action(String name) {
        return "/posts/" + post + "/deployments/" + id() + "/" + name;
    }

    public String here() {
        return "/deployments/" + id() + "?filter=" + filter.word();
    }

    public String open(Row row) {
        return here() + "&row=" + row.id() + "#r-" + row.id();
    }

    public String open(Line sentence) {
        return here() + "&line=" + sentence.index() + "#l-" + sentence.index();
    }

    public Accounting account() {
        return Accounting.of(draft());
    }

    public Load load() {
        return Load.of(draft().rows(), effort);
    }

    public List<Row> rows() {
        return draft().rows().stream().filter(row -> filter.shows(row, deployment, duplicates, today)).toList();
    }

    /** Sentences nobody took; shown as rows where they are asked for. */
    public List<Line> sentences() {
        if (filter == Filter.FREE) {
            return draft().lines().stream().filter(this::free).toList();
        }
        return draft().lines().stream().filter(l -> l.index() == line && free(l)).toList();
    }

    public String words(Line sentence) {
        return sentence.span().of(draft().text()).strip();
    }

    public List<Choice> choices() {
        return Arrays.stream(Filter.values())
                .map(f -> new Choice(f.word(), f.label(), count(f), f == filter, f.ordinal() >= Filter.NO_LEAD.ordinal() && f.ordinal() < Filter.OUTSIDE.ordinal()))
                .filter(choice -> choice.count() > 0 || choice.current() || !choice.warns())
                .toList();
    }

    public boolean isOpen(Row row) {
        return row.id().equals(selected);
    }

    public List<Duplicate> duplicatesOf(Row row) {
        return row.link() == null ? duplicates.getOrDefault(row.id(), List.of()) : List.of();
    }

    /** Places after a comma or the like inside the row's words. */
    public List<Cut> cuts(Row row) {
        var cuts = new ArrayList<Cut>();
        for (Span span : row.spans()) {
            int[] points = span.of(draft().text()).codePoints().toArray();
            int from = 0;
            for (int i = 0; i < points.length - 1; i++) {
                if ("、，；,;".indexOf(points[i]) >= 0) {
                    cuts.add(new Cut(new String(points, from, i + 1 - from), span.start() + i + 1));
                    from = i + 1;
                }
            }
        }
        return cuts;
    }

    public String typed(String field, @Nullable String otherwise) {
        return typed.getOrDefault(field, Objects.requireNonNullElse(otherwise, ""));
    }

    public String filterWord() {
        return filter.word();
    }

    public List<TextPane.Paragraph> paragraphs() {
        return TextPane.of(draft());
    }

    /** What others noted since the page was opened that the refused form came from. */
    public List<Entry> meanwhile() {
        var seen = typed.get("seen");
        return seen == null || reasons.stream().noneMatch(reason -> reason.code().equals(Office.OVERTAKEN))
                ? List.of()
                : deployment.entries().stream().filter(entry -> entry.number() > Integer.parseInt(seen)).toList();
    }

    public String tone(Row row) {
        return TextPane.tone(row);
    }

    public String due(Row row) {
        return TableOfTasks.due(row);
    }

    public boolean past(Row row) {
        return row.opensMatter() && row.due().past(today);
    }

    public int objections(Row row) {
        return deployment.objectionsTo(row.id()).size();
    }

    /** The row that follows in the document, or null after the last. */
    public @Nullable Row after(Row row) {
        int next = draft().rows().indexOf(row) + 1;
        return next < draft().rows().size() ? draft().rows().get(next) : null;
    }

    private boolean free(Line sentence) {
        return draft().in(sentence).isEmpty();
    }

    private int count(Filter f) {
        return f == Filter.FREE
                ? (int) draft().lines().stream().filter(this::free).count()
                : (int) draft().rows().stream().filter(row -> f.shows(row, deployment, duplicates, today)).count();
    }
}
