package cn.yizhen.app.overview.charges;

import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.organisation.ChargeKeeping;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.app.web.NavEntry;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.calendar.Days;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.UnitKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 分工一表通: the tables of leaders, posts, units and townships; on screen and printed; what they leave open. */
@Controller
public class ResponsibilityPages {

    private static final Set<UnitKind> ORGANS = Set.of(UnitKind.PARTY_COMMITTEE, UnitKind.PEOPLES_CONGRESS, UnitKind.GOVERNMENT,
            UnitKind.CONSULTATIVE_CONFERENCE, UnitKind.STANDING_COMMITTEE);
    private static final Set<UnitKind> DEPARTMENTS = Set.of(UnitKind.DEPARTMENT, UnitKind.PUBLIC_INSTITUTION);

    private final ResponsibilityTables tables;
    private final Handovers handovers;
    private final Organisations organisations;
    private final ChargeKeeping checks;
    private final Ids ids;

    ResponsibilityPages(ResponsibilityTables tables, Handovers handovers, Organisations organisations, ChargeKeeping checks, Ids ids) {
        this.tables = tables;
        this.handovers = handovers;
        this.organisations = organisations;
        this.checks = checks;
        this.ids = ids;
    }

    /** An entry of the list: a post or a unit with a table of its own. */
    public record Entry(String label, String href) {}

    /** What the table leaves open, with the names of whoever it names. */
    public record Question(String kind, String subject, String place, List<Entry> bearers, boolean overlap) {

        String named() {
            return bearers.stream().map(Entry::label).collect(Collectors.joining("；"));
        }
    }

    @Bean
    static NavEntry responsibilitiesEntry() {
        return NavEntry.forEveryone("分工", "/responsibilities", 45);
    }

    @GetMapping("/responsibilities")
    String list(Scope scope, @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable Long known, Model model) {
        var point = PointsAsked.point(scope, on, known);
        var organisation = point(scope, point, known, model);
        if (organisation.units().isEmpty() || tables.firstDay(scope).filter(first -> !point.on().isBefore(first)).isEmpty()) {
            return before(scope, point, model);
        }
        var at = PointsAsked.address(scope, point);
        var lines = tables.lines(scope, point);
        model.addAttribute("mine", scope.posts().stream().flatMap(held -> organisation.post(held.post()).stream())
                .map(post -> new Entry(lines.called(post), "/responsibilities/posts/" + post.id() + at)).toList());
        model.addAttribute("own", own(scope, organisation, at));
        model.addAttribute("leaders", organisation.units().stream().filter(unit -> ORGANS.contains(unit.kind()))
                .flatMap(unit -> organisation.posts(unit.id()).stream()).filter(post -> post.serves("leader"))
                .map(post -> new Entry(lines.called(post), "/responsibilities/posts/" + post.id() + at)).toList());
        model.addAttribute("departments", units(organisation, DEPARTMENTS, at));
        model.addAttribute("townships", units(organisation, Set.of(UnitKind.TOWNSHIP), at));
        model.addAttribute("keeps", scope.has(Permission.KEEP_ORGANISATION));
        model.addAttribute("questions", AskersQuestions.of(scope, organisation).size());
        model.addAttribute("changed", scope.has(Permission.KEEP_ORGANISATION) ? changed(scope, organisation) : List.of());
        return "overview/charges/list";
    }

    @GetMapping("/responsibilities/posts/{at}")
    String ofPost(Scope scope, @PathVariable UUID at, @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable Long known, Model model) {
        return show(scope, known, PointsAsked.point(scope, on, known), tables.of(scope, new PostId(at), PointsAsked.point(scope, on, known)), "/responsibilities/posts/" + at, model);
    }

    @GetMapping("/responsibilities/units/{unit}")
    String ofUnit(Scope scope, @PathVariable UUID unit, @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable Long known, Model model) {
        return show(scope, known, PointsAsked.point(scope, on, known), tables.of(scope, new UnitId(unit), PointsAsked.point(scope, on, known)), "/responsibilities/units/" + unit, model);
    }

    @GetMapping("/responsibilities/posts/{at}/handover")
    String handover(Scope scope, @PathVariable UUID at, @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on, Model model) {
        var point = PointsAsked.point(scope, on, null);
        point(scope, point, null, model);
        var handover = handovers.of(scope, new PostId(at), point);
        if (handover.isEmpty()) {
            return before(scope, point, model);
        }
        model.addAttribute("handover", handover.get());
        model.addAttribute("address", "/responsibilities/posts/" + at + "/handover");
        return "overview/charges/handover";
    }

    @GetMapping("/responsibilities/questions")
    String questions(Scope scope, Model model) {
        model.addAttribute("questions", questions(scope));
        model.addAttribute("keeps", scope.has(Permission.KEEP_ORGANISATION));
        return "overview/charges/questions";
    }

    List<Question> questions(Scope scope) {
        var organisation = organisations.asOf(scope);
        var lines = tables.lines(scope, scope.asOf());
        return AskersQuestions.of(scope, organisation).stream().map(question -> new Question(question.kind().chinese(), question.subject(),
                organisation.unit(question.place()).map(Unit::shortName).orElse(""), question.bearers().stream().map(bearer -> entry(lines, bearer)).toList(),
                question.kind().overlap())).toList();
    }

    private static Entry entry(Lines lines, Bearer bearer) {
        return new Entry(lines.called(bearer), switch (bearer) {
            case Bearer.OfPost(var post) -> "/responsibilities/posts/" + post;
            default -> lines.organisation().unitOf(bearer).map(unit -> "/responsibilities/units/" + unit.id()).orElse("/responsibilities");
        });
    }

    /** The asker's own departments and townships; one that has not said 有变化 or 无变化 this year is asked here, and nowhere else. */
    private List<Entry> own(Scope scope, Organisation organisation, String at) {
        var year = scope.asOf().on().getYear();
        return scope.posts().stream().map(HeldPost::unit).distinct().flatMap(unit -> organisation.unit(unit).stream())
                .filter(unit -> DEPARTMENTS.contains(unit.kind()) || unit.kind() == UnitKind.TOWNSHIP)
                .map(unit -> new Entry(unit.name() + "分工表" + (checks.check(scope, unit.id(), year).isPresent() ? "" : "（" + year + " 年还没有核对）"),
                        "/responsibilities/units/" + unit.id() + at)).toList();
    }

    /** Units that said 有变化 this year, for whoever enters the changes. */
    private List<Entry> changed(Scope scope, Organisation organisation) {
        return checks.checks(scope, scope.asOf().on().getYear()).stream().filter(ChargeKeeping.Check::changed)
                .flatMap(check -> organisation.unit(check.unit()).map(unit -> new Entry(
                        unit.name() + "（" + Days.inYear(check.day()) + "说的，" + written(checks.written(scope, check)) + "）", "/responsibilities/units/" + unit.id())).stream()).toList();
    }

    private static String written(long lines) {
        return lines == 0 ? "之后还没有写入" : "之后写入 " + lines + " 行";
    }

    private static List<Entry> units(Organisation organisation, Set<UnitKind> kinds, String at) {
        return organisation.units().stream().filter(unit -> kinds.contains(unit.kind()))
                .map(unit -> new Entry(unit.shortName(), "/responsibilities/units/" + unit.id() + at)).toList();
    }

    private String show(Scope scope, @Nullable Long known, AsOf point, Optional<ResponsibilityTable> table, String address, Model model) {
        point(scope, point, known, model);
        if (table.isEmpty()) {
            return before(scope, point, model);
        }
        model.addAttribute("table", table.get());
        model.addAttribute("address", address);
        model.addAttribute("at", PointsAsked.address(scope, point));
        model.addAttribute("keeps", scope.has(Permission.KEEP_ORGANISATION));
        var own = table.get().post() == null && scope.posts().stream().anyMatch(post -> post.unit().equals(table.get().unit())) && point.on().equals(scope.asOf().on());
        model.addAttribute("asks", own);
        var check = own ? checks.check(scope, table.get().unit(), point.on().getYear()) : Optional.<ChargeKeeping.Check>empty();
        model.addAttribute("check", check.orElse(null));
        model.addAttribute("written", check.map(said -> written(checks.written(scope, said))).orElse(""));
        model.addAttribute("checkAction", own ? "/posts/" + scope.posts().stream().filter(post -> post.unit().equals(table.get().unit())).findFirst().orElseThrow().post()
                + "/organisation/units/" + table.get().unit() + "/charge-check" : "");
        model.addAttribute("key", ids.next());
        return "overview/charges/table";
    }

    /** A clear refusal: before the first roster, or a post or unit that does not exist on the day. */
    private String before(Scope scope, AsOf point, Model model) {
        var first = tables.firstDay(scope);
        model.addAttribute("reasons", List.of(first.isPresent() && !point.on().isBefore(first.get())
                ? Reason.of("not-on-that-day", point.on() + " 这一天没有这个岗位或单位。", "它可能还没有设立，或者已经撤并；换一个日期，或者从“机构”里找它的前身和后身。")
                : Reason.of("before-the-first-fact", point.on() + " 这一天还没有机构名册" + first.map(day -> "，名册从 " + day + " 起").orElse("") + "。", "请换一个日期。")));
        return "overview/charges/none";
    }

    private Organisation point(Scope scope, AsOf point, @Nullable Long known, Model model) {
        model.addAttribute("on", point.on());
        model.addAttribute("today", scope.asOf().on());
        model.addAttribute("known", known == null ? AsOf.LATEST : point.known());
        model.addAttribute("changes", organisations.changes(scope));
        return organisations.asOf(scope, point);
    }
}
