package cn.yizhen.app.duty;

import cn.yizhen.app.access.NeedsRight;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.TokenRight;
import cn.yizhen.app.institution.Institutions;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.duty.Standing;
import cn.yizhen.rules.duty.Tally;
import cn.yizhen.rules.institution.BearerKind;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Duties for other systems: those of the token's own unit one by one, and of the whole county as counts. */
@Controller
class DutyApi {

    private static final int LONGEST_YEARS = 2;

    /**
     * One duty of the unit in one period.
     *
     * @param state   期内, 已记录, 未见记录, … as the pages say it
     * @param overdue only where the law or a named person set the day
     */
    record Line(String key, String duty, String title, String institution, String bearer, LocalDate from, LocalDate lastDay, String state, boolean overdue) {}

    record Lines(String unit, LocalDate on, List<Line> duties) {}

    /** Counts of one duty over the county; an open or unseen instance is no failing. */
    record Count(String duty, String title, LocalDate from, LocalDate lastDay, LocalDate on, int enumerated, int countedOut, int exempt, int met, int metLate,
            int open, int notSeen) {

        static Count of(String duty, String title, Period range, LocalDate on, Tally tally) {
            return new Count(duty, title, range.from(), range.lastDay(), on, tally.enumerated(), tally.countedOut(), tally.exempt(), tally.met(),
                    tally.metLate(), tally.open(), tally.notSeen());
        }
    }

    private final Duties duties;
    private final DutyTotals totals;
    private final Institutions institutions;

    DutyApi(Duties duties, DutyTotals totals, Institutions institutions) {
        this.duties = duties;
        this.totals = totals;
        this.institutions = institutions;
    }

    @GetMapping("/api/v1/duties")
    @NeedsRight(TokenRight.READ_DUTIES)
    ResponseEntity<Lines> duties(Scope scope, @RequestParam LocalDate from, @RequestParam LocalDate until) {
        var unit = scope.post().unit();
        var catalogue = institutions.rulebook(scope).catalogue();
        return ResponseEntity.ok(new Lines(unit.toString(), scope.asOf().on(), duties.standings(scope, range(from, until), unit::equals).stream()
                .map(standing -> line(scope, standing, catalogue.institutionOf(standing.duty().id()).map(found -> found.title()).orElse("")))
                .sorted(Comparator.comparing(Line::lastDay).thenComparing(Line::key)).toList()));
    }

    @GetMapping("/api/v1/standing")
    @NeedsRight(TokenRight.READ_STANDING)
    ResponseEntity<Count> standing(Scope scope, @RequestParam String duty, @RequestParam LocalDate from, @RequestParam LocalDate until) {
        var range = range(from, until);
        var catalogue = institutions.rulebook(scope).catalogue();
        // what falls to persons is theirs: there is no total of it, here as little as on a page
        var found = catalogue.duties().filter(one -> one.id().value().equals(duty) && one.bearer() != BearerKind.PERSON).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var institution = catalogue.institutionOf(found.id()).orElseThrow();
        return ResponseEntity.ok(Count.of(duty, found.title(), range, scope.asOf().on(), totals.total(scope, institution, found, range)));
    }

    private Line line(Scope scope, Standing standing, String institution) {
        var key = standing.instance().key();
        return new Line(key.text(), key.duty().value(), standing.duty().title(), institution, duties.nameOf(scope, key.bearer()), key.period().from(),
                key.period().lastDay(), standing.word(), standing.overdue());
    }

    /** Both days included; at most two years, so that one question cannot ask for everything. */
    private static Period range(LocalDate from, LocalDate until) {
        if (until.isBefore(from) || until.isAfter(from.plusYears(LONGEST_YEARS))) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "“until”要在“from”当天或以后，最多 " + LONGEST_YEARS + " 年。");
        }
        return new Period(from, until.plusDays(1));
    }
}
