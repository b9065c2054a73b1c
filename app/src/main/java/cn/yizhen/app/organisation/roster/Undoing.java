package cn.yizhen.app.organisation.roster;

import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.organisation.Fact;
import cn.yizhen.rules.organisation.OrganisationHistory;
import cn.yizhen.rules.organisation.Valid;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A whole change was wrong (整次作废), such as an import of the wrong file: what it began never was, what it ended or
 * altered stands again as before. What was known in between stays known as what was known then.
 *
 * @param act    number of the act that noted it
 * @param reason why, in a line
 */
public record Undoing(long act, String reason) {

    /** What it changes, or every reason against it. */
    public Outcome<OrganisationHistory> plan(OrganisationHistory history, Supplier<UUID> ids) {
        if (reason.isBlank()) {
            return Outcome.refused(Reason.of("correction-unexplained", "没有写作废的原因。", "写一句话，如“传错了文件”。"));
        }
        var back = new Back(new Edits(LocalDate.EPOCH, ids));
        back.take(history.units(), back.edits.units);
        back.take(history.persons(), back.edits.persons);
        back.take(history.posts(), back.edits.posts);
        back.take(history.holdings(), back.edits.holdings);
        back.take(history.bodies(), back.edits.bodies);
        back.take(history.memberships(), back.edits.memberships);
        back.take(history.memberCounts(), back.edits.counts);
        back.take(history.responsibilities(), back.edits.responsibilities);
        back.take(history.successions(), back.edits.successions);
        if (back.builtOn) {
            return Outcome.refused(Reason.of("change-built-on", "这次变动之后，又有变动改了其中的内容。", "请先作废后来的那一次，或者逐条更正。"));
        }
        if (back.first.equals(LocalDate.MAX)) {
            return Outcome.refused(Reason.of("nothing-to-undo", "这次变动的内容已经全部作废，或者没有内容。", "不用再作废。"));
        }
        var against = Planning.against(history, back.edits.facts(), back.first);
        return against.isEmpty() ? Outcome.done(back.edits.facts()) : Outcome.refused(against);
    }

    private final class Back {

        private final Edits edits;
        private LocalDate first = LocalDate.MAX;
        private boolean builtOn;

        Back(Edits edits) {
            this.edits = edits;
        }

        <T> void take(List<Fact<T>> known, List<Fact<T>> facts) {
            var byId = new HashMap<UUID, Fact<T>>();
            var next = new HashMap<UUID, Fact<T>>();
            known.forEach(fact -> {
                byId.put(fact.id(), fact);
                if (fact.supersedes() != null) {
                    next.put(fact.supersedes(), fact);
                }
            });
            known.stream().filter(fact -> fact.act() == act).filter(fact -> !next.containsKey(fact.id()) || next.get(fact.id()).act() != act)
                    .forEach(fact -> takeOne(fact, newest(fact, next), before(fact, byId), facts));
        }

        /** A later change that was itself taken back left what this act noted standing again, if under another act. */
        private <T> void takeOne(Fact<T> noted, Fact<T> now, @Nullable Fact<T> before, List<Fact<T>> facts) {
            if (!now.value().equals(noted.value()) || !now.valid().equals(noted.valid())) {
                // taken back already where nothing of it stands, built on where something else does
                builtOn |= !now.valid().isNever() && (before == null || !now.value().equals(before.value()) || !now.valid().equals(before.valid()));
                return;
            }
            if (noted.valid().isNever()) {
                return;
            }
            if (before == null) {
                edits.correct(facts, now, now.value(), Valid.never(noted.valid().from()));
            } else {
                edits.correct(facts, now, before.value(), before.valid());
            }
            first = earlier(first, noted.valid().from());
        }

        private static <T> Fact<T> newest(Fact<T> fact, Map<UUID, Fact<T>> next) {
            var at = fact;
            while (next.containsKey(at.id())) {
                at = next.get(at.id());
            }
            return at;
        }

        /** What stood before the act, through its own corrections of itself. */
        private <T> @Nullable Fact<T> before(Fact<T> fact, Map<UUID, Fact<T>> byId) {
            var at = fact;
            while (at != null && at.act() == act) {
                at = at.supersedes() == null ? null : byId.get(at.supersedes());
            }
            return at;
        }

        private static LocalDate earlier(LocalDate a, LocalDate b) {
            return a.isBefore(b) ? a : b;
        }
    }
}
