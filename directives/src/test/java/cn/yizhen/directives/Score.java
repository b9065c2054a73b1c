package cn.yizhen.directives;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One-to-one matching of found and labelled spans with intersection over union of at least one half. */
final class Score {

    private int matched;
    private int found;
    private int labelled;
    private final List<String> misses = new ArrayList<>();

    /** Adds one document; {@code grades} are those counted, on both sides. */
    Score add(Sample sample, Extraction extraction, Set<String> grades) {
        var labels = sample.labels().stream().filter(l -> grades.contains(l.grade())).toList();
        var directives = extraction.directives().stream().filter(d -> grades.contains(d.grade().name())).toList();
        found += directives.size();
        labelled += labels.size();
        Set<Directive> taken = new HashSet<>();
        for (var label : labels) {
            var match = directives.stream().filter(d -> !taken.contains(d) && overlap(label, d) >= 0.5).findFirst();
            match.ifPresentOrElse(taken::add, () -> misses.add("- " + label.grade() + " " + label.text()));
        }
        matched += taken.size();
        directives.stream().filter(d -> !taken.contains(d)).forEach(d -> misses.add("+ " + d.grade() + " " + d.text()));
        return this;
    }

    private static double overlap(Sample.Label label, Directive d) {
        int both = Math.min(label.end(), d.end()) - Math.max(label.start(), d.start());
        int either = Math.max(label.end(), d.end()) - Math.min(label.start(), d.start());
        return Math.max(0, both) / (double) either;
    }

    double precision() {
        return found == 0 ? 0 : matched / (double) found;
    }

    double recall() {
        return labelled == 0 ? 0 : matched / (double) labelled;
    }

    double f1() {
        return found + labelled == 0 ? 0 : 2.0 * matched / (found + labelled);
    }

    List<String> misses() {
        return misses;
    }

    @Override
    public String toString() {
        return "F1 %.3f (P %.3f, R %.3f; %d of %d labels)".formatted(f1(), precision(), recall(), matched, labelled);
    }
}
