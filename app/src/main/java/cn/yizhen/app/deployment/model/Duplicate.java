package cn.yizhen.app.deployment.model;

import cn.yizhen.directives.Directive;
import cn.yizhen.directives.Grade;
import cn.yizhen.directives.Likeness;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row that may ask for the same thing as another; a person merges, links or leaves it.
 *
 * @param other  the other row's words
 * @param within the other row where it stands in the same draft, or null
 * @param link   what to link to where it stands in an issued table, or null
 * @param shared words both have, to show why
 */
public record Duplicate(String other, @Nullable RowId within, @Nullable Link link, List<String> shared) {

    public Duplicate {
        shared = List.copyOf(shared);
    }

    /**
     * Likely duplicates, by row.
     *
     * @param issued rows of issued tables, by what to link to
     */
    public static Map<RowId, List<Duplicate>> in(Draft draft, Map<Link, String> issued) {
        var found = new HashMap<RowId, List<Duplicate>>();
        var rows = draft.rows().stream().filter(row -> row.handling() != Handling.NOTED).toList();
        var own = rows.stream().map(row -> directive(row.wording())).toList();
        for (var like : Likeness.within(own)) {
            var left = rows.get(like.left());
            var right = rows.get(like.right());
            note(found, left.id(), new Duplicate(right.wording(), right.id(), null, like.shared()));
            note(found, right.id(), new Duplicate(left.wording(), left.id(), null, like.shared()));
        }
        var links = List.copyOf(issued.keySet());
        var others = links.stream().map(link -> directive(issued.getOrDefault(link, ""))).toList();
        for (var like : Likeness.between(own, others)) {
            var link = links.get(like.right());
            note(found, rows.get(like.left()).id(), new Duplicate(issued.getOrDefault(link, ""), null, link, like.shared()));
        }
        return found;
    }

    private static void note(Map<RowId, List<Duplicate>> found, RowId row, Duplicate duplicate) {
        found.computeIfAbsent(row, _ -> new ArrayList<>()).add(duplicate);
    }

    private static Directive directive(String words) {
        return new Directive(0, words.codePointCount(0, words.length()), words, Grade.A, 0, "", 0, null, null,
                List.of(), List.of(), List.of(), null);
    }
}
