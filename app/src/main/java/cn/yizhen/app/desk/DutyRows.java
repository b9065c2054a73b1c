package cn.yizhen.app.desk;

import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.duty.Duties;
import cn.yizhen.app.institution.Institutions;
import cn.yizhen.app.record.model.OfferedKind;
import cn.yizhen.app.web.Modules;
import cn.yizhen.rules.calendar.Days;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.duty.InstanceKey;
import cn.yizhen.rules.duty.Standing;
import cn.yizhen.rules.duty.State;
import cn.yizhen.rules.institution.Duty;
import cn.yizhen.rules.institution.Institution;
import cn.yizhen.rules.institution.SourceStatus;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Body;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Particular;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows that recurring duties put on a desk or on a unit's week. */
@Component
class DutyRows {

    /** How far back a period without a record is still shown: as long as it can sensibly be made up for. */
    private static final int MONTHS_BACK = 12;

    private final Duties duties;
    private final Institutions institutions;
    private final Ids ids;
    private final Modules modules;

    DutyRows(Duties duties, Institutions institutions, Ids ids, Modules modules) {
        this.duties = duties;
        this.institutions = institutions;
        this.ids = ids;
        this.modules = modules;
    }

    /** A row with the group it belongs to. */
    record Placed(Horizon horizon, DeskRow row) {

        /** The same on a unit's wall. */
        Placed of(String unit) {
            return new Placed(horizon, row.of(unit));
        }
    }

    /** What is open, or passed without a record, for those of the asker's posts it is there for. */
    List<Placed> of(Scope scope, Organisation organisation) {
        var seats = new Seats(scope, organisation);
        return rows(scope, organisation, seats::concerns, seats::of);
    }

    /** The same for whole units, whoever in them is to do it; a person's own duties are not for the wall. */
    List<Placed> ofUnits(Scope scope, Organisation organisation, Set<UnitId> units, HeldPost reader) {
        return rows(scope, organisation, units::contains, bearer -> organisation.unitOf(bearer).map(Unit::id).filter(units::contains)
                .filter(_ -> !(bearer instanceof Bearer.OfPerson)).map(_ -> new HeldPost(reader.post(), reader.unit(), called(organisation, bearer), "",
                        reader.permissions(), reader.roots(), reader.kinds())));
    }

    private static String called(Organisation organisation, Bearer bearer) {
        return switch (bearer) {
            case Bearer.OfPost(var post) -> organisation.post(post).map(Post::title).orElse("");
            case Bearer.OfBody(var body) -> organisation.body(body).map(Body::name).orElse("");
            default -> organisation.unitOf(bearer).map(Unit::shortName).orElse("");
        };
    }

    private List<Placed> rows(Scope scope, Organisation organisation, Predicate<UnitId> units, Function<Bearer, Optional<HeldPost>> seat) {
        LocalDate today = scope.asOf().on();
        Period range = new Period(today.minusMonths(MONTHS_BACK), today.plusDays(1));
        var offices = new Offices(organisation);
        Map<String, Optional<Unit>> keepers = institutions.rulebook(scope).catalogue().institutions().stream()
                .collect(Collectors.toMap(institution -> institution.id().value(), offices::keeping));
        return Latest.of(duties.standings(scope, range, units)).stream()
                .filter(latest -> latest.standing().state() == State.OPEN || latest.standing().state() == State.NOT_SEEN)
                .flatMap(latest -> horizon(latest.standing(), today)
                        .flatMap(horizon -> seat.apply(latest.standing().instance().key().bearer())
                                .map(post -> new Placed(horizon, row(scope, offices, keepers, latest, post)))).stream())
                .toList();
    }

    static Map<Horizon, List<DeskRow>> grouped(List<DutyRows.Placed> placed) {
        Map<Horizon, List<DeskRow>> groups = new EnumMap<>(Horizon.class);
        placed.forEach(row -> groups.computeIfAbsent(row.horizon(), _ -> new ArrayList<>()).add(row.row()));
        groups.forEach((_, rows) -> rows.sort(DeskRow.BY_DAY.thenComparing(row -> !row.must()).thenComparing(DeskRow::what)));
        return groups;
    }

    private static Optional<Horizon> horizon(Standing standing, LocalDate today) {
        LocalDate due = standing.instance().key().period().lastDay();
        if (standing.overdue()) {
            return Optional.of(Horizon.passed(standing.duty().source().status().statutory()));
        }
        if (standing.state() == State.NOT_SEEN) {
            return Optional.of(Horizon.EARLIER);
        }
        boolean tooEarly = standing.duty().season().filter(season -> season.isToCome(standing.instance().key().period(), today)).isPresent();
        return tooEarly ? Optional.empty() : Optional.of(Horizon.of(due, today));
    }

    private DeskRow row(Scope scope, Offices offices, Map<String, Optional<Unit>> keepers, Latest.Row latest, HeldPost post) {
        Standing standing = latest.standing();
        Duty duty = standing.duty();
        InstanceKey key = standing.instance().key();
        Institution institution = institutions.rulebook(scope).catalogue().institutionOf(duty.id()).orElseThrow();
        Optional<Unit> keeper = keepers.get(institution.id().value());
        String here = "/posts/" + post.post() + "/duties/" + key.text();
        LocalDate due = key.period().lastDay();
        String whose = key.bearer() instanceof Bearer.OfPerson ? "本人" : post.label();
        return new DeskRow(duty.title(), due, Until.words(due, scope.asOf().on()), standing.overdue(), whose,
                about(institution, standing), duty.binding().chinese(), keeper.map(Unit::shortName).orElse(""),
                keeper.map(unit -> offices.contact(unit.id())).orElse(""), note(scope, latest, post, offices.organisation()),
                enter(standing, post, offices.organisation()), here,
                modules.isOn("matter") ? "/posts/" + post.post() + "/requests/new?about=" + key.text() : null, tap(duty, here));
    }

    /** Where it is settled: a record, or the register of the unit's own groups, in which a group that was dissolved is struck off. */
    private DeskRow.@Nullable Link enter(Standing standing, HeldPost post, Organisation organisation) {
        var unit = organisation.unitOf(standing.instance().key().bearer()).map(Unit::id);
        if (standing.duty().fallsTo().asks("unit.groups_past") && unit.isPresent()) {
            return new DeskRow.Link("去解散", "/register?unit=" + unit.get());
        }
        return standing.duty().keptIn().here() && modules.isOn("record") ? new DeskRow.Link("登记", entry(standing, post, organisation)) : null;
    }

    /** The institution, and that its number is the county's own where it is. */
    private static String about(Institution institution, Standing standing) {
        var status = standing.instance().terms().source().status();
        return institution.title() + (status == SourceStatus.ADOPTED ? "（" + status.chinese() + "）" : "");
    }

    /** Whose it is where that is not the post's own unit, the period once it has passed, and how many are there. */
    private String note(Scope scope, Latest.Row latest, HeldPost post, Organisation organisation) {
        Standing standing = latest.standing();
        Bearer bearer = standing.instance().key().bearer();
        String whose = switch (bearer) {
            case Bearer.OfBody(var id) -> organisation.body(id).map(body -> body.name()).orElse("");
            case Bearer.OfUnit(var id) -> id.equals(post.unit()) ? "" : duties.nameOf(scope, bearer);
            default -> "";
        };
        String period = standing.state() == State.NOT_SEEN ? standing.instance().key().period().label() + "未见记录" : "";
        String before = latest.before() == 0 ? "" : "此前还有" + latest.before() + "期";
        String number = standing.instance().terms().atLeast() > 1 ? standing.progress() : "";
        return List.of(whose, term(standing, organisation), groups(standing, organisation), period, before, number).stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("·"));
    }

    /** Since when the term runs, where that is what the reminder is about. */
    private static String term(Standing standing, Organisation organisation) {
        return !standing.duty().fallsTo().asks("unit.term_months") ? "" : organisation.unitOf(standing.instance().key().bearer())
                .flatMap(unit -> organisation.particular(unit.id(), Particular.Sort.TERM_BEGAN)).flatMap(Particular::day)
                .map(day -> "本届自" + Days.full(day) + "起").orElse("");
    }

    /** Which groups are past their day, where that is what it is about. */
    private static String groups(Standing standing, Organisation organisation) {
        var lastDay = standing.instance().key().period().lastDay();
        return !standing.duty().fallsTo().asks("unit.groups_past") ? "" : organisation.unitOf(standing.instance().key().bearer()).stream()
                .flatMap(unit -> organisation.channels(unit.id()).stream()).filter(group -> group.pastOn(lastDay))
                .map(group -> group.name() + "（" + Days.full(group.dissolveBy()) + "前解散）").collect(Collectors.joining("、"));
    }

    private DeskRow.@Nullable Tap tap(Duty duty, String here) {
        return duty.keptIn().here() ? null : new DeskRow.Tap(duty.keptIn().settles(), here + "/said/kept-elsewhere", ids.next());
    }

    /** The entry form of what counts, with unit, body, the marks it needs and the period it would make up for filled in. */
    private static String entry(Standing standing, HeldPost post, Organisation organisation) {
        Bearer bearer = standing.instance().key().bearer();
        Body body = bearer instanceof Bearer.OfBody(var id) ? organisation.body(id).orElse(null) : null;
        String kind = OfferedKind.wanted(standing.duty(), body).orElse("");
        String unit = organisation.unitOf(bearer).map(u -> u.id().toString()).orElse(post.unit().toString());
        String marks = OfferedKind.marks(standing.duty()).stream().map(mark -> "&topics=" + mark).collect(Collectors.joining());
        Period period = standing.instance().key().period();
        String makesUp = standing.state() == State.NOT_SEEN ? "&makesUpFor=" + period.from() + "~" + period.until() : "";
        return "/posts/" + post.post() + "/records/new?kind=" + kind + "&unit=" + unit + (body == null ? "" : "&body=" + body.id()) + marks + makesUp;
    }
}
