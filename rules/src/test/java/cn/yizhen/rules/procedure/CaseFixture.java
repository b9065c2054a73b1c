package cn.yizhen.rules.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.calendar.WorkCalendar;
import cn.yizhen.rules.institution.Procedure;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A case told in sentences: at a moment, somebody takes a step. */
final class CaseFixture {

    static final WorkCalendar CALENDAR = WorkCalendar.builtIn();

    private final Outcome<Case> last;
    private final Case here;
    private LocalDateTime now;
    private boolean subtasksOpen;

    private CaseFixture(Case here, Outcome<Case> last, LocalDateTime now, boolean subtasksOpen) {
        this.here = here;
        this.last = last;
        this.now = now;
        this.subtasksOpen = subtasksOpen;
    }

    static CaseFixture opened(Procedure procedure, Opening opening) {
        var it = Case.opened(procedure, opening);
        return new CaseFixture(it, Outcome.done(it), opening.at(), false);
    }

    static Actor actor(String name, String... standing) {
        return new Actor(name, new PostId(id(name + "岗")), unit(name), Set.of(standing));
    }

    static UnitId unit(String name) {
        return new UnitId(id(name));
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    static Particulars because(String ground) {
        return Particulars.NONE.and("ground", ground);
    }

    static Particulars saying(String words) {
        return Particulars.NONE.and("words", words);
    }

    CaseFixture at(String moment) {
        now = LocalDateTime.parse(moment);
        return this;
    }

    CaseFixture withOpenSubtasks(boolean open) {
        subtasksOpen = open;
        return this;
    }

    CaseFixture does(Actor by, String step, Particulars said) {
        var outcome = here.take(new Entry(step, now, by, said), CALENDAR, subtasksOpen);
        var next = outcome instanceof Outcome.Done<Case>(var value) ? value : here;
        return new CaseFixture(next, outcome, now, subtasksOpen);
    }

    CaseFixture does(Actor by, String step) {
        return does(by, step, Particulars.NONE);
    }

    CaseFixture accepted() {
        assertThat(last).isInstanceOf(Outcome.Done.class);
        return this;
    }

    CaseFixture refused(String... codes) {
        assertThat(reasons()).extracting(Reason::code).containsExactly(codes);
        return this;
    }

    List<Reason> reasons() {
        return last instanceof Outcome.Refused<Case>(var reasons) ? reasons : List.of();
    }

    CaseFixture stands(String title) {
        assertThat(here.standing().title()).isEqualTo(title);
        return this;
    }

    CaseFixture due(String clock, String day) {
        assertThat(timing(clock).reckoning().due()).hasToString(day);
        return this;
    }

    CaseFixture standsStill(String clock) {
        assertThat(timing(clock).ledger().standsStill()).isTrue();
        return this;
    }

    CaseFixture late(String clock, boolean late) {
        assertThat(timing(clock).late()).as(clock + " late").isEqualTo(late);
        return this;
    }

    CaseFixture offers(Actor actor, String... steps) {
        assertThat(here.offers(actor, now, CALENDAR, subtasksOpen)).filteredOn(Case.Offer::open)
                .extracting(offer -> offer.step().id()).containsExactly(steps);
        return this;
    }

    Case here() {
        return here;
    }

    Timing timing(String clock) {
        return here.timings(now, CALENDAR).stream().filter(t -> t.rule().id().equals(clock)).findFirst().orElseThrow();
    }

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
