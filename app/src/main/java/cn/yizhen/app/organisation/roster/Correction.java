package cn.yizhen.app.organisation.roster;

import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.organisation.Body;
import cn.yizhen.rules.organisation.Fact;
import cn.yizhen.rules.organisation.OrganisationHistory;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.Responsibility;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A fact was noted wrongly (更正): it never was so, its days were others, or its words. A change of the world is no
 * correction; it has a day and is noted as a change.
 *
 * @param fact   key of the fact as it stands
 * @param reason why, in a line
 */
public record Correction(UUID fact, Wish wish, String reason) {

    /** What should stand instead. */
    public sealed interface Wish {

        /** 作废: it never was so. */
        record Never() implements Wish {}

        /** @param until first day it no longer held, or null where it still holds */
        record Days(LocalDate from, @Nullable LocalDate until) implements Wish {}

        /** Another name, title or subject. */
        record Wording(String words) implements Wish {}
    }

    /** What it changes, or every reason against it. */
    public Outcome<OrganisationHistory> plan(OrganisationHistory history, Supplier<UUID> ids) {
        if (reason.isBlank()) {
            return Outcome.refused(Reason.of("correction-unexplained", "没有写更正的原因。", "写一句话，如“任职日期写错”。"));
        }
        if (wish instanceof Wish.Days(var from, var until) && until != null && !until.isAfter(from)) {
            return Outcome.refused(Reason.of("days-reversed", "止日不晚于起日。", "请核对两个日期；从来不是这样的，选“作废”。"));
        }
        return new Correcting(history, new Edits(LocalDate.EPOCH, ids)).carryOut();
    }

    /** Finds the fact among all kinds and corrects it. */
    private final class Correcting {

        private final OrganisationHistory history;
        private final Edits edits;
        private LocalDate first = LocalDate.MAX;
        private boolean found;
        private boolean wordless;

        Correcting(OrganisationHistory history, Edits edits) {
            this.history = history;
            this.edits = edits;
        }

        Outcome<OrganisationHistory> carryOut() {
            in(history.units(), edits.units, Correcting::called);
            in(history.posts(), edits.posts, (post, words) -> new Post(post.id(), post.code(), post.unit(), words, post.functions(), post.rank()));
            in(history.bodies(), edits.bodies, (body, words) -> new Body(body.id(), body.unit(), body.kind(), words, body.rank()));
            in(history.responsibilities(), edits.responsibilities, (line, words) -> new Responsibility(line.bearer(), line.kind(), words,
                    line.keywords(), line.over(), line.substitute(), line.basis()));
            in(history.holdings(), edits.holdings, null);
            in(history.memberships(), edits.memberships, null);
            in(history.memberCounts(), edits.counts, null);
            in(history.successions(), edits.successions, null);
            if (!found) {
                return Outcome.refused(Reason.of("fact-gone", "这一条已经更正过，或者不存在。", "请回到单位的“记载”页，从现在的内容开始更正。"));
            }
            if (wordless) {
                return Outcome.refused(Reason.of("fact-wordless", "这一类只能作废或改起止日期。", "人写错了的，先作废，再由导入或任免写上正确的人。"));
            }
            var against = Planning.against(history, edits.facts(), first);
            return against.isEmpty() ? Outcome.done(edits.facts()) : Outcome.refused(against);
        }

        private <T> void in(List<Fact<T>> known, List<Fact<T>> facts, @Nullable BiFunction<T, String, T> worded) {
            OrganisationHistory.standing(known, AsOf.LATEST).stream().filter(one -> one.id().equals(fact)).forEach(wrong -> {
                found = true;
                first = wrong.valid().from();
                switch (wish) {
                    case Wish.Never _ -> edits.correct(facts, wrong, wrong.value(), Valid.never(wrong.valid().from()));
                    case Wish.Days(var from, var until) -> {
                        first = from.isBefore(first) ? from : first;
                        edits.correct(facts, wrong, wrong.value(), new Valid(from, until));
                    }
                    case Wish.Wording(var words) -> {
                        wordless = worded == null || words.isBlank();
                        edits.correct(facts, wrong, worded == null ? wrong.value() : worded.apply(wrong.value(), words.strip()));
                    }
                }
            });
        }

        private static Unit called(Unit unit, String name) {
            return new Unit(unit.id(), unit.code(), name, unit.shortName().equals(unit.name()) ? name : unit.shortName(), unit.kind(),
                    unit.parent(), unit.rank(), unit.attributes());
        }
    }
}
