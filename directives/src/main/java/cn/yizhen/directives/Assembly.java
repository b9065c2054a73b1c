package cn.yizhen.directives;

import cn.yizhen.directives.Deadline.Origin;
import cn.yizhen.directives.Outline.Placed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Goes through the sentences of one document and puts directives, sentences and headings together. */
final class Assembly {

    private static final Pattern PLACEHOLDER = Pattern.compile("[XxＸ×*＊]{1,4}(?![A-Za-z])|[_＿]{2,}|〔\\*〕|某某|○○");

    private static final Pattern YEAR_FIRST = Pattern.compile("^.{0,12}(?:今年|全年|到20)|^(?:在|到|于)?(?:20\\d{2}年)?(?:\\d{1,2}月|上半年|年)(?:\\d{1,2}日)?(?:底|末|中旬)?(?:之?前|以前|底)?[，,]");
    private static final int OPENING = 200;

    private final Page page;
    private final @Nullable Integer year;
    private final Outline outline;
    private final CodePoints codePoints;
    private final ClauseParser parser = new ClauseParser();
    private final List<Sentence> sentences = new ArrayList<>();
    private final List<Directive> directives = new ArrayList<>();
    private final Map<Integer, Annotation> annotations = new HashMap<>();
    private String itemUnit = "";
    private int itemOfUnit = -1;

    Assembly(String text, Page page, @Nullable Integer year) {
        this.page = page;
        this.year = year;
        outline = new Outline(page);
        codePoints = new CodePoints(text);
    }

    Extraction extraction() {
        readAnnotations();
        var role = Role.TASK;
        var placed = outline.sentences();
        for (int i = 0; i < placed.size(); i++) {
            role = read(placed.get(i), role);
        }
        var headings = outline.titles().stream()
                .filter(t -> t.level() > 0)
                .map(t -> new Heading(t.level(), t.section(), t.words(), start(t.start()), end(t.end())))
                .toList();
        return new Extraction(year, headings, sentences, directives);
    }

    private void readAnnotations() {
        var words = new HashMap<Integer, StringBuilder>();
        for (var s : outline.sentences()) {
            words.computeIfAbsent(s.item(), k -> new StringBuilder()).append(said(s));
        }
        words.forEach((item, w) -> annotations.put(item, Annotation.in(w.toString())));
    }

    /** A cell under 责任单位 says what （责任单位：…） behind a sentence says. */
    private String said(Placed s) {
        var column = s.column();
        if (column == null || column.label().isEmpty()) {
            return page.text().substring(s.start(), s.end());
        }
        var names = new StringBuilder("；").append(column.label()).append('：');
        for (var name : codePoints.between(start(s.start()), end(s.end())).split("\\s+")) {
            boolean ended = names.length() > 8 && Words.namesUnit(names.toString());
            names.append(ended ? "、" : "").append(name);
        }
        return names.append('；').toString();
    }

    private Role read(Placed s, Role before) {
        var words = page.text().substring(s.start(), s.end());
        if (s.title()) {
            sentences.add(sentence(s, Reading.HEADING));
            return Role.TASK;
        }
        var role = Tone.of(opening(words), s, before, (double) s.start() / page.text().length());
        int found = directives.size();
        for (var part : new SentenceParts(page.text(), s.start(), s.end(), parser).clauses()) {
            consider(part, s, role, words);
        }
        sentences.add(sentence(s, directives.size() > found ? Reading.DIRECTIVES : role.reading()));
        return role;
    }

    /** Enough of a sentence to tell its tone; real ones are shorter. */
    private static String opening(String words) {
        return words.length() > OPENING ? words.substring(0, OPENING) : words;
    }

    private Sentence sentence(Placed s, Reading reading) {
        int from = start(s.start());
        int to = end(s.end());
        return new Sentence(sentences.size(), from, to, codePoints.between(from, to), s.section(), reading);
    }

    private void consider(SentenceParts.Part part, Placed s, Role role, String sentence) {
        var clause = part.clause();
        if (clause.body().length() > ClauseParser.LONGEST) {
            return;
        }
        var numbers = Numbers.of(clause.body());
        var cadence = Times.cadence(clause.body());
        var deadline = Times.deadline(clause.body(), year);
        var dated = Times.dated(deadline);
        var grade = Grading.of(clause, new Grading.Setting(role, part.lead(), numbers, cadence, dated));
        if (grade == null) {
            return;
        }
        int from = start(clause.start());
        int to = end(clause.end());
        var units = units(part, s);
        directives.add(new Directive(from, to, codePoints.between(from, to), grade, s.section(), s.heading(),
                sentences.size(), cadence, deadline(deadline, cadence, grade, s, sentence), units, targets(numbers),
                placeholders(clause.body()), Boundary.of(clause.body())));
    }

    private List<String> units(SentenceParts.Part part, Placed s) {
        var named = annotations.getOrDefault(s.item(), new Annotation(List.of(), null)).units();
        if (!part.subject().isEmpty()) {
            if (s.first()) {
                itemUnit = part.subject();
                itemOfUnit = s.item();
            }
            var all = new ArrayList<>(Annotation.split(part.subject()));
            named.stream().filter(u -> !all.contains(u)).forEach(all::add);
            return all;
        }
        if (named.isEmpty() && s.item() > 0 && itemOfUnit == s.item()) {
            return Annotation.split(itemUnit);
        }
        return named;
    }

    private @Nullable Deadline deadline(
            @Nullable Deadline own, @Nullable Cadence cadence, Grade grade, Placed s, String sentence) {
        var annotation = annotations.get(s.item());
        var tail = annotation == null || annotation.deadline() == null ? null : Times.deadline(annotation.deadline(), year);
        if (own != null && (tail == null || Times.dated(own) || !Times.dated(tail))) {
            return own;
        }
        var above = YEAR_FIRST.matcher(sentence).lookingAt() ? Times.deadline(opening(sentence), year) : null;
        if (above != null && above.day() != null) {
            return new Deadline(above.day(), above.wording(), Origin.INHERITED);
        }
        if (tail != null) {
            return new Deadline(tail.day(), tail.wording(), Origin.INHERITED);
        }
        var yearEnd = year == null ? null : LocalDate.of(year, 12, 31);
        if (cadence != null) {
            return new Deadline(yearEnd, cadence.label(), Origin.RECURRING);
        }
        return grade == Grade.A && yearEnd != null ? new Deadline(yearEnd, "文中未写时限，建议年底前", Origin.SUGGESTED) : null;
    }

    /** 一次 says that something happens, not how much of it. */
    private static List<String> targets(List<String> numbers) {
        return numbers.stream().filter(n -> !n.matches("一[次场期轮]")).toList();
    }

    private static List<String> placeholders(String words) {
        return PLACEHOLDER.matcher(words).results().map(r -> r.group()).distinct().toList();
    }

    private int start(int place) {
        return codePoints.of(page.origin(place));
    }

    private int end(int place) {
        return codePoints.of(page.origin(place - 1) + 1);
    }
}
