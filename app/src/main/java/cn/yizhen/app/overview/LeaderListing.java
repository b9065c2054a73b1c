package cn.yizhen.app.overview;

import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.matter.Calendars;
import cn.yizhen.app.matter.Matter;
import cn.yizhen.app.matter.MatterHistory;
import cn.yizhen.app.matter.Matters;
import cn.yizhen.app.matter.Promises;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.calendar.WorkCalendar;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Person;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.ResponsibilityKind;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.procedure.Timing;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds what waits, is stuck, falls due or was left unanswered, among the matters the asker may see. */
@Component
class LeaderListing {

    private final Matters matters;
    private final MatterHistory history;
    private final Promises promises;
    private final Calendars calendars;
    private final Organisations organisations;

    LeaderListing(Matters matters, MatterHistory history, Promises promises, Calendars calendars, Organisations organisations) {
        this.matters = matters;
        this.history = history;
        this.promises = promises;
        this.calendars = calendars;
        this.organisations = organisations;
    }

    LeaderLists of(Scope scope, Asked asked) {
        Organisation organisation = organisations.asOf(scope, asked.asOf());
        LocalDateTime moment = asked.asOf().on().atTime(LocalTime.MAX);
        WorkCalendar calendar = calendars.calendar(scope);
        var all = history.visible(scope.at(asked.asOf())).stream()
                .filter(matter -> !matter.here().over())
                .map(matter -> new Open(scope, asked, matter, organisation, calendar, moment))
                .toList();
        LocalDate sunday = asked.asOf().on().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        LocalDate last = asked.asOf().on().with(TemporalAdjusters.lastDayOfMonth());
        return new LeaderLists(
                sorted(all.stream().flatMap(Open::mine)),
                sorted(all.stream().flatMap(Open::stuck)),
                due(all, day -> !day.isBefore(asked.asOf().on()) && !day.isAfter(sunday)),
                due(all, day -> day.isAfter(sunday) && !day.isAfter(last)),
                sorted(Stream.concat(all.stream().flatMap(Open::unanswered), promised(scope, asked, organisation))));
    }

    /** What the asker's part of the tree promised downwards and has not answered. */
    private Stream<Pending> promised(Scope scope, Asked asked, Organisation organisation) {
        return promises.of(scope.at(asked.asOf())).stream()
                .filter(promise -> promise.answer() == null)
                .filter(promise -> scope.has(Permission.OVERSEE) || scope.roots().stream().anyMatch(root -> organisation.reaches(root, promise.by())))
                .map(promise -> new Pending("对下承诺", promise.words(), "答应的事未答复", name(organisation, promise.to()), "", promise.madeOn(),
                        ChronoUnit.DAYS.between(promise.madeOn(), asked.asOf().on()), promise.until(), name(organisation, promise.by()) + promise.title(),
                        "/promises#p-" + promise.id()));
    }

    private static String name(Organisation organisation, UnitId unit) {
        return organisation.unit(unit).map(Unit::shortName).orElse("（已撤并的单位）");
    }

    private static List<Pending> sorted(Stream<Pending> rows) {
        return rows.sorted(Comparator.comparing(Pending::since).thenComparing(Pending::number)).toList();
    }

    private static List<Pending> due(List<Open> all, Predicate<LocalDate> when) {
        return all.stream().flatMap(open -> open.due(when).stream())
                .sorted(Comparator.comparing((Pending row) -> row.due() == null ? LocalDate.MAX : row.due()).thenComparing(Pending::number))
                .toList();
    }

    /** One matter that is not over, at the moment asked about. */
    private final class Open {

        private final Scope scope;
        private final Asked asked;
        private final Matter matter;
        private final Organisation organisation;
        private final WorkCalendar calendar;
        private final List<Waiting> waiting;
        private final Optional<Timing> awaited;

        private Open(Scope scope, Asked asked, Matter matter, Organisation organisation, WorkCalendar calendar, LocalDateTime moment) {
            this.scope = scope;
            this.asked = asked;
            this.matter = matter;
            this.organisation = organisation;
            this.calendar = calendar;
            this.waiting = Waiting.in(matter);
            this.awaited = matter.here().awaited(moment, calendar).stream().findFirst();
        }

        /** What I can settle under one of my posts, and what those I am in charge of ask to have coordinated. */
        Stream<Pending> mine() {
            return waiting.stream()
                    .filter(one -> settledByMe(one) || one.kind() == Waiting.Kind.COORDINATION && inMyCharge())
                    .map(this::row);
        }

        Stream<Pending> stuck() {
            Stream<Pending> late = waiting.stream().noneMatch(one -> one.kind().stuck()) && awaited.filter(Timing::overdue).isPresent()
                    ? Stream.of(row("已逾期", awaited.orElseThrow().lastDay().atStartOfDay(), Waiting.latestWords(matter)))
                    : Stream.empty();
            return Stream.concat(waiting.stream().filter(one -> one.kind().stuck()).map(this::row), late);
        }

        Optional<Pending> due(Predicate<LocalDate> when) {
            return awaited.filter(timing -> when.test(timing.lastDay()))
                    .map(timing -> row(timing.rule().title(), matter.openedAt(), Waiting.latestWords(matter)));
        }

        /** What those below asked of somebody in my part of the tree, and nobody has told them. */
        Stream<Pending> unanswered() {
            return waiting.stream().filter(one -> one.kind().fromBelow()).filter(one -> answerers(one.kind()).stream().anyMatch(this::inMyPart)).map(this::row);
        }

        private boolean settledByMe(Waiting one) {
            return asked.asOf().on().equals(asked.today()) && asked.asOf().known() == AsOf.LATEST
                    && matters.postFor(scope, matter, one.kind().settledBy(), calendar).isPresent();
        }

        private boolean inMyPart(UnitId unit) {
            return scope.has(Permission.OVERSEE) || scope.roots().stream().anyMatch(root -> organisation.reaches(root, unit));
        }

        /** Who can give the word that is waited for. */
        private Set<UnitId> answerers(Waiting.Kind kind) {
            return switch (kind) {
                case EXAMINATION -> matter.here().party("legal");
                case DECISION -> matter.here().party("government");
                default -> matter.kind().request() ? matter.here().party("asked") : Set.of(matter.raiser());
            };
        }

        private boolean inMyCharge() {
            return scope.posts().stream().map(HeldPost::post)
                    .anyMatch(post -> handlers().stream().anyMatch(unit -> inCharge(post, unit)));
        }

        /** By a line over the unit, or by a subject that the unit leads; a post of the unit itself is part of what is stuck. */
        private boolean inCharge(PostId post, UnitId unit) {
            if (organisation.post(post).filter(own -> own.unit().equals(unit)).isPresent()) {
                return false;
            }
            Set<String> leads = organisation.responsibilities(new Bearer.OfUnit(unit)).stream()
                    .filter(line -> line.kind() == ResponsibilityKind.LEADS)
                    .flatMap(line -> Stream.concat(Stream.of(line.subject()), line.keywords().stream()))
                    .collect(Collectors.toSet());
            return organisation.responsibilities(new Bearer.OfPost(post)).stream()
                    .filter(line -> line.kind() == ResponsibilityKind.IN_CHARGE)
                    .anyMatch(line -> line.over() == null ? leads.contains(line.subject()) : organisation.reaches(line.over(), unit));
        }

        private Set<UnitId> handlers() {
            Set<UnitId> leads = matter.here().party("lead");
            return matter.kind().request() || leads.isEmpty() ? Set.of(matter.raiser()) : leads;
        }

        private Pending row(Waiting one) {
            return row(one.kind().chinese(), one.since(), one.words(), answerers(one.kind()));
        }

        private Pending row(String what, LocalDateTime since, String words) {
            return row(what, since, words, answerers(Waiting.Kind.ANSWER));
        }

        private Pending row(String what, LocalDateTime since, String words, Set<UnitId> answerers) {
            LocalDate day = since.toLocalDate();
            return new Pending(matter.number(), matter.title(), what, names(handlers()), words, day,
                    ChronoUnit.DAYS.between(day, asked.asOf().on()),
                    awaited.map(Timing::lastDay).filter(due -> !due.equals(LocalDate.MAX)).orElse(null), frees(answerers),
                    scope.posts().isEmpty() ? "" : matters.addressFor(scope, matter));
        }

        /** The unit that decides, and the leader in charge of whoever handles it. */
        private String frees(Set<UnitId> answerers) {
            List<String> parts = new ArrayList<>(List.of(names(answerers)));
            handlers().stream().flatMap(this::leaders).distinct().forEach(parts::add);
            return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("；"));
        }

        private Stream<String> leaders(UnitId unit) {
            return organisation.responsibilities().stream()
                    .filter(line -> line.kind() == ResponsibilityKind.IN_CHARGE)
                    .flatMap(line -> line.bearer() instanceof Bearer.OfPost(var post) ? Stream.of(post) : Stream.empty())
                    .distinct()
                    .filter(post -> inCharge(post, unit))
                    .flatMap(post -> organisation.post(post).stream())
                    .map(post -> "分管：" + post.title() + organisation.holders(post.id()).stream().findFirst()
                            .flatMap(holding -> organisation.person(holding.person())).map(Person::name).orElse(""))
                    .limit(1);
        }

        private String names(Set<UnitId> units) {
            return units.stream().flatMap(unit -> organisation.unit(unit).stream())
                    .sorted(Comparator.comparingInt(unit -> organisation.place(unit.id())))
                    .map(Unit::shortName).collect(Collectors.joining("、"));
        }
    }
}
