package cn.yizhen.app.deployment.web;

import cn.yizhen.app.deployment.model.Draft;
import cn.yizhen.app.deployment.model.Line;
import cn.yizhen.app.deployment.model.Row;
import cn.yizhen.app.deployment.model.Span;
import cn.yizhen.directives.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The document with its places marked: what stands on the left. */
public final class TextPane {

    /**
     * A run of text that belongs to one row, to one sentence nobody took, or to neither.
     *
     * @param row  the row it belongs to, or null
     * @param line the sentence it belongs to where no row of it is here, or null for white space
     * @param head starts the row's first place, so that the pane can be moved there
     */
    public record Piece(String text, @Nullable Row row, @Nullable Line line, boolean head) {

        public String tone() {
            return row == null ? "" : TextPane.tone(row);
        }

        /** A sentence that can be taken up: no row of the draft has any part of it. */
        public boolean free() {
            return row == null && line != null;
        }
    }

    /** @param heading the whole paragraph is a heading */
    public record Paragraph(List<Piece> pieces, boolean heading) {}

    private TextPane() {}

    /** The class a row wears on every page. */
    static String tone(Row row) {
        return row.outside() != null ? "outside" : switch (row.handling()) {
            case PROJECT -> "a";
            case CONTINUING -> "b";
            case LIMIT -> "n";
            case NOTED -> "noted";
        };
    }

    public static List<Paragraph> of(Draft draft) {
        int[] points = draft.text().codePoints().toArray();
        var places = places(draft);
        var cuts = cuts(draft, places, points);
        var paragraphs = new ArrayList<Paragraph>();
        var pieces = new ArrayList<Piece>();
        int from = 0;
        for (int to : cuts) {
            if (to > from) {
                var text = new String(points, from, to - from);
                if (text.isBlank() && text.indexOf('\n') >= 0) {
                    close(pieces, paragraphs);
                } else {
                    pieces.add(piece(draft, places, text, from));
                }
                from = to;
            }
        }
        close(pieces, paragraphs);
        return paragraphs;
    }

    private static void close(List<Piece> pieces, List<Paragraph> paragraphs) {
        if (!pieces.isEmpty()) {
            boolean heading = pieces.stream().allMatch(p -> p.line() != null && p.line().reading() == Reading.HEADING);
            paragraphs.add(new Paragraph(List.copyOf(pieces), heading));
            pieces.clear();
        }
    }

    private record Place(Span span, Row row, boolean head) {}

    private static List<Place> places(Draft draft) {
        var places = new ArrayList<Place>();
        for (var row : draft.rows()) {
            for (var span : row.spans()) {
                places.add(new Place(span, row, span.equals(row.spans().getFirst())));
            }
        }
        places.sort(Comparator.comparing(Place::span));
        return places;
    }

    private static TreeSet<Integer> cuts(Draft draft, List<Place> places, int[] points) {
        var cuts = new TreeSet<Integer>();
        places.forEach(place -> {
            cuts.add(place.span().start());
            cuts.add(place.span().end());
        });
        draft.lines().forEach(line -> {
            cuts.add(line.span().start());
            cuts.add(line.span().end());
        });
        for (int i = 0; i < points.length; i++) {
            if (points[i] == '\n') {
                cuts.add(i);
                cuts.add(i + 1);
            }
        }
        cuts.add(points.length);
        return cuts;
    }

    private static Piece piece(Draft draft, List<Place> places, String text, int from) {
        var here = places.stream().filter(place -> place.span().start() <= from && from < place.span().end()).findFirst();
        if (here.isPresent()) {
            return new Piece(text, here.get().row(), null, here.get().head() && here.get().span().start() == from);
        }
        var line = draft.lines().stream().filter(l -> l.span().start() <= from && from < l.span().end()).findFirst();
        return new Piece(text, null, line.filter(l -> draft.in(l).isEmpty()).orElse(null), false);
    }
}
