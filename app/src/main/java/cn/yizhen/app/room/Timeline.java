package cn.yizhen.app.room;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which file of a recording belongs where, and what was shown meanwhile. Times are milliseconds since it began. It tells
 * what can be played, and is never added up by anybody: whoever was there is in the minutes.
 *
 * @param began  so that a recording can go on after a restart of the program
 * @param pieces files, in the order in which they begin
 * @param marks  what was on the agenda and which page was shown, from then on
 * @param ended  in order; otherwise the program stopped in the middle, or it still runs
 * @param notes  what is missing, in words
 */
record Timeline(Instant began, List<Piece> pieces, List<Mark> marks, boolean ended, List<String> notes) {

    /**
     * @param label whose, as the others read it
     * @param kind  {@code microphone}, {@code camera} or {@code screen}
     * @param millis how long it plays; 0 while it is being written
     * @param gaps  how often packets were missing
     * @param ended whether the file has its length and index
     */
    record Piece(String file, String label, String kind, long at, long millis, int gaps, boolean ended) {

        Piece ended(long from, long plays, int missing) {
            return new Piece(file, label, kind, from, plays, missing, true);
        }

        Piece playing(long plays) {
            return new Piece(file, label, kind, at, plays, gaps, false);
        }
    }

    /**
     * @param item what was on the agenda, or empty
     * @param page file of the page shown, or null
     */
    record Mark(long at, String item, @Nullable String page) {}

    static Timeline from(Instant began) {
        return new Timeline(began, List.of(), List.of(), false, List.of());
    }

    /** Where the last of what is there ends, in milliseconds. */
    long end() {
        return Math.max(pieces.stream().mapToLong(one -> one.at() + one.millis()).max().orElse(0), marks.stream().mapToLong(Mark::at).max().orElse(0));
    }

    Timeline begun(Piece piece) {
        return new Timeline(began, and(pieces, piece), marks, false, notes);
    }

    Timeline pieceEnded(String file, long at, long millis, int gaps) {
        return pieces.stream().filter(one -> one.file().equals(file)).findFirst().map(one -> with(one.ended(at, millis, gaps))).orElse(this);
    }

    /** With this piece in the place of what was known of its file. */
    Timeline with(Piece piece) {
        return new Timeline(began, pieces.stream().map(one -> one.file().equals(piece.file()) ? piece : one).toList(), marks, ended, notes);
    }

    Timeline marked(Mark mark) {
        return new Timeline(began, pieces, and(marks, mark), ended, notes);
    }

    Timeline noted(String note) {
        return notes.contains(note) ? this : new Timeline(began, pieces, marks, ended, and(notes, note));
    }

    Timeline withEnded(boolean value) {
        return new Timeline(began, pieces, marks, value, notes);
    }

    private static <T> List<T> and(List<T> all, T one) {
        var more = new ArrayList<>(all);
        more.add(one);
        return List.copyOf(more);
    }
}
