package cn.yizhen.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yizhen.app.AppTest;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class ActsTest {

    @Autowired Acts acts;
    @Autowired Transactions transactions;
    @Autowired ActSequencer sequencer;
    @Autowired Ids ids;

    private Scope someone() {
        return Scope.of("539900", ids.next(), null, "某人", Set.of(), List.of(), AsOf.on(LocalDate.of(2026, 11, 23)));
    }

    private Act anAct(UUID key, UUID subject, UUID basedOn) {
        return new Act(key, "test.done", null, subject, basedOn, Map.of("n", 1));
    }

    @Test
    void theSameKeyAgainAnswersWithTheFirstResult() {
        var scope = someone();
        var key = ids.next();
        var first = acts.perform(scope, anAct(key, null, null), writing -> Outcome.done("/first"));
        var second = acts.perform(scope, anAct(key, null, null), writing -> Outcome.done("/second"));
        assertThat(first).isInstanceOfSatisfying(Performed.Done.class, done -> assertThat(done.repeated()).isFalse());
        assertThat(second).isInstanceOfSatisfying(Performed.Done.class, done -> {
            assertThat(done.result()).isEqualTo("/first");
            assertThat(done.repeated()).isTrue();
        });
    }

    @Test
    void twentyFingersOnOneButtonAreOneAct() throws Exception {
        var scope = someone();
        var key = ids.next();
        var go = new CountDownLatch(1);
        try (var fingers = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = IntStream.range(0, 20).mapToObj(n -> fingers.submit(() -> {
                go.await();
                return acts.perform(scope, anAct(key, null, null), writing -> Outcome.done("/" + n));
            })).toList();
            go.countDown();
            var distinct = new java.util.HashSet<UUID>();
            for (var result : results) {
                distinct.add(((Performed.Done) result.get()).act());
            }
            assertThat(distinct).hasSize(1);
        }
    }

    @Test
    void aRefusalLeavesNothingBehindAndTheMendedFormMayBeSentAgain() {
        var scope = someone();
        var key = ids.next();
        var refused = acts.perform(scope, anAct(key, null, null),
                writing -> Outcome.refused(Reason.of("too-late", "已过期", "改日期")));
        var done = acts.perform(scope, anAct(key, null, null), writing -> Outcome.done("/ok"));
        assertThat(refused).isInstanceOf(Performed.Refused.class);
        assertThat(done).isInstanceOfSatisfying(Performed.Done.class, result -> assertThat(result.repeated()).isFalse());
    }

    @Test
    void whoeverDecidedOnAnOutdatedViewIsShownTheNewerAct() {
        var scope = someone();
        var subject = ids.next();
        var first = (Performed.Done) acts.perform(scope, anAct(ids.next(), subject, null), writing -> Outcome.done("/"));
        var second = (Performed.Done) acts.perform(scope, anAct(ids.next(), subject, first.act()), writing -> Outcome.done("/"));
        var late = acts.perform(scope, anAct(ids.next(), subject, first.act()), writing -> Outcome.done("/"));
        assertThat(late).isEqualTo(new Performed.Overtaken(second.act()));
    }

    @Test
    void actsAreNumberedAfterTheyAreCommittedAndNeverTwice() {
        var act = ((Performed.Done) acts.perform(someone(), anAct(ids.next(), null, null), writing -> Outcome.done("/"))).act();
        sequencer.round();
        sequencer.round();
        var system = Scope.system("539900", "测试", AsOf.on(LocalDate.of(2026, 11, 23)));
        var numbers = transactions.reading(system,
                sql -> sql.sql("select number from act_order where act = ?").param(act).query(Long.class).list());
        assertThat(numbers).hasSize(1);
    }

    /** More than are numbered in one transaction. */
    @Test
    void manyCommittedAtOnceAreNumberedInTheOrderTheyWereDone() {
        var scope = someone();
        transactions.writing(scope, sql -> IntStream.range(0, 2100)
                .mapToObj(n -> acts.perform(scope, anAct(ids.next(), null, null), writing -> Outcome.done("/" + n))).toList());
        sequencer.round();
        var system = Scope.system("539900", "测试", AsOf.on(LocalDate.of(2026, 11, 23)));
        var numbers = transactions.reading(system, sql -> sql.sql("select o.number from act_order o join act a on a.id = o.act where a.account = ? order by a.seq")
                .param(scope.account()).query(Long.class).list());
        assertThat(numbers).hasSize(2100).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void anActKeepsTheDigestOfItsCanonicalBytes() {
        var scope = someone();
        var act = ((Performed.Done) acts.perform(scope, anAct(ids.next(), null, null), writing -> Outcome.done("/"))).act();
        transactions.reading(scope, sql -> sql.sql("select content, digest from act where id = ?").param(act)
                .query((row, number) -> assertThat(row.getBytes("digest")).isEqualTo(Sm3.digest(row.getBytes("content")))).single());
    }

    @Test
    void nobodyReadsAnotherAccountsActs() {
        var act = ((Performed.Done) acts.perform(someone(), anAct(ids.next(), null, null), writing -> Outcome.done("/"))).act();
        var found = transactions.reading(someone(), sql -> sql.sql("select count(*) from act where id = ?").param(act).query(Long.class).single());
        assertThat(found).isZero();
    }

    @Test
    void historyCannotBeRewrittenEvenByTheProgramItself() {
        assertThatThrownBy(() -> transactions.writing(someone(), sql -> sql.sql("update act set kind = 'x'").update()))
                .hasRootCauseMessage("ERROR: permission denied for table act");
    }
}
