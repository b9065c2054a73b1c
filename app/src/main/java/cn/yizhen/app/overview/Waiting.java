package cn.yizhen.app.overview;

import cn.yizhen.app.matter.Matter;
import cn.yizhen.rules.procedure.Entry;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A question that stands open in a matter: somebody asked, and nothing that answers it was done since.
 *
 * @param kind  what is waited for
 * @param since when it was asked
 * @param words what was said with it; or empty
 */
record Waiting(Kind kind, LocalDateTime since, String words) {

    /** What can be waited for, by the steps that ask for it and those that answer it. */
    enum Kind {
        COORDINATION("提请协调", Set.of("ask-coordination"), Set.of("coordinate", "transfer", "finish"), "coordinate"),
        EXTENSION("申请延期", Set.of("ask-extension"), Set.of("extend", "decline-extension", "redate", "transfer", "finish"), "extend"),
        RETURNED("退回待决", Set.of("object"), Set.of("keep", "transfer"), "keep"),
        REVIEW("待复核", Set.of("finish"), Set.of(), "confirm"),
        SUSPENDED("已中止", Set.of("suspend"), Set.of("resume"), "resume"),
        EXAMINATION("待合法性审查", Set.of("submit", "send-again"), Set.of("find-lawful", "find-unlawful", "drop"), "find-lawful"),
        DECISION("待集体讨论", Set.of("find-lawful"), Set.of("decide", "drop"), "decide"),
        ANSWER("待答复", Set.of("pass-on", "ask-again"), Set.of("answer", "withdraw"), "answer");

        private final String chinese;
        private final Set<String> asks;
        private final Set<String> answers;
        private final String settledBy;

        Kind(String chinese, Set<String> asks, Set<String> answers, String settledBy) {
            this.chinese = chinese;
            this.asks = asks;
            this.answers = answers;
            this.settledBy = settledBy;
        }

        String chinese() {
            return chinese;
        }

        /** The step whose takers can settle it. */
        String settledBy() {
            return settledBy;
        }

        /** Whether those below wait for a word from above. */
        boolean fromBelow() {
            return this == COORDINATION || this == EXTENSION || this == RETURNED || this == DECISION || this == ANSWER;
        }

        boolean stuck() {
            return this == COORDINATION || this == RETURNED || this == SUSPENDED;
        }
    }

    /** What stands open in a matter that is not over. */
    static List<Waiting> in(Matter matter) {
        if (matter.here().over()) {
            return List.of();
        }
        return List.of(Kind.values()).stream().flatMap(kind -> open(matter, kind).stream()).toList();
    }

    /** The lead unit's latest words on where it stands. */
    static String latestWords(Matter matter) {
        return matter.here().journal().reversed().stream()
                .filter(entry -> Set.of("progress", "respond", "ask-coordination", "ask-extension", "object").contains(entry.step()))
                .map(Waiting::words)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static Optional<Waiting> open(Matter matter, Kind kind) {
        boolean reviewed = kind == Kind.REVIEW && !matter.here().stage().equals("finished");
        if (reviewed || kind == Kind.ANSWER && !matter.kind().request()) {
            return Optional.empty();
        }
        for (Entry entry : matter.here().journal().reversed()) {
            if (kind.answers.contains(entry.step())) {
                return Optional.empty();
            }
            if (kind.asks.contains(entry.step())) {
                return Optional.of(new Waiting(kind, entry.at(), words(entry)));
            }
        }
        return kind == Kind.ANSWER ? Optional.of(new Waiting(kind, matter.openedAt(), matter.wording())) : Optional.empty();
    }

    private static String words(Entry entry) {
        return entry.said().words("words").or(() -> entry.said().words("ground")).orElse("");
    }
}
