package cn.yizhen.directives;

import static cn.yizhen.directives.VerbClass.*;

import cn.yizhen.directives.Punctuation.Piece;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits 、-chains of separately named deliverables: 修复堰塘1座、建设机电井7座. A chain is cut only where each part has
 * its own verb and its own number, day, rhythm or thing to be made; 建立发现问题、纠正偏差机制 stays whole.
 */
final class Chain {

    private static final int SHORTEST = 6;
    private static final String MAKES_NOUN = "率量数面度额者员人站点业力的、，和及与”》";

    private final String text;
    private final ClauseParser parser;

    Chain(String text, ClauseParser parser) {
        this.text = text;
        this.parser = parser;
    }

    /** The parts of a piece, in order; the piece itself where it is one directive. */
    List<Piece> parts(Piece piece) {
        var cuts = piece.end() - piece.start() > ClauseParser.LONGEST ? List.<Integer>of() : cuts(piece);
        var parts = new ArrayList<Piece>();
        int from = piece.start();
        for (int i = 0; i < cuts.size(); i++) {
            int cut = cuts.get(i);
            int next = i + 1 < cuts.size() ? cuts.get(i + 1) : piece.end();
            if (standsAlone(from, cut) && standsAlone(cut + 1, next)) {
                parts.add(new Piece(from, cut, '、'));
                from = cut + 1;
            }
        }
        parts.add(new Piece(from, piece.end(), piece.mark()));
        return parts;
    }

    /** Where a verb with an object follows 、 outside quotations and brackets. */
    private List<Integer> cuts(Piece piece) {
        var cuts = new ArrayList<Integer>();
        for (int i = piece.start(); i < piece.end() - SHORTEST; i++) {
            int close = Punctuation.closing(text, i, piece.end());
            if (close > 0) {
                i = close;
            } else if (text.charAt(i) == '、' && opensWithVerb(i + 1, piece.end())) {
                cuts.add(i);
            }
        }
        return cuts;
    }

    private boolean opensWithVerb(int from, int end) {
        if (Words.verbAt(text, from) == null && Words.adverbAt(text, from) == null) {
            return false;
        }
        var clause = parser.parse(text, from, end);
        int behind = clause.start() + clause.adverbial().length() + clause.verb().length();
        return clause.start() == from && clause.verb().length() > 1 && behind < end && MAKES_NOUN.indexOf(text.charAt(behind)) < 0;
    }

    private boolean standsAlone(int from, int to) {
        var clause = parser.parse(text, from, to);
        if (clause.verb().length() < 2 || clause.body().length() < SHORTEST) {
            return false;
        }
        boolean made = clause.is(DELIVER, COMPLETE, BUILD, CAMPAIGN, ADOPT)
                && (clause.noun() == ObjectClass.INSTITUTION || clause.noun() == ObjectClass.STRUCTURE);
        return made || !Numbers.of(clause.body()).isEmpty() || Times.cadence(clause.body()) != null;
    }
}
