package cn.yizhen.app.overview.charges;

import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.deployment.Deployments;
import cn.yizhen.app.deployment.Deployments.IssuedLine;
import cn.yizhen.app.matter.OpenMatters;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.app.organisation.PostNames;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Holding;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.Responsibility;
import cn.yizhen.rules.organisation.ResponsibilityKind;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Composes responsibility tables from the organisation, the issued tables and what is open. */
@Component
public class ResponsibilityTables {

    private final Organisations organisations;
    private final Deployments deployments;
    private final OpenMatters matters;

    ResponsibilityTables(Organisations organisations, Deployments deployments, OpenMatters matters) {
        this.organisations = organisations;
        this.deployments = deployments;
        this.matters = matters;
    }

    /** The table of a post, with the other posts of whoever holds it; empty where the post does not exist on the day. */
    public Optional<ResponsibilityTable> of(Scope scope, PostId id, AsOf point) {
        var lines = lines(scope, point);
        return lines.organisation().post(id).map(post -> ofPost(scope, post, point, lines));
    }

    /** The table of a unit or township; empty where it does not exist on the day. */
    public Optional<ResponsibilityTable> of(Scope scope, UnitId id, AsOf point) {
        var lines = lines(scope, point);
        return lines.organisation().unit(id).map(unit -> ofUnit(scope, unit, point, lines));
    }

    Lines lines(Scope scope, AsOf point) {
        return new Lines(organisations.asOf(scope, point), organisations.charges(scope, point));
    }

    private ResponsibilityTable ofPost(Scope scope, Post post, AsOf point, Lines lines) {
        var bands = new ArrayList<ResponsibilityTable.Band>();
        bands.add(new ResponsibilityTable.Band("本岗位", lines.of(new Bearer.OfPost(post.id()))));
        others(lines.organisation(), post).forEach(other ->
                bands.add(new ResponsibilityTable.Band("同时担任 " + title(lines.organisation(), other), lines.of(new Bearer.OfPost(other.id())))));
        bands.add(new ResponsibilityTable.Band("作为B角", lines.substituting(post.id())));
        var led = led(lines, post);
        return table(scope, lines.called(post), post.code(), post.id(), post.unit(), point, bands, line -> post.id().equals(line.leader()), led, lines);
    }

    private ResponsibilityTable ofUnit(Scope scope, Unit unit, AsOf point, Lines lines) {
        var bands = List.of(
                new ResponsibilityTable.Band("本单位职责", lines.of(new Bearer.OfUnit(unit.id()))),
                new ResponsibilityTable.Band("班子成员分工", lines.ofPosts(unit.id())),
                new ResponsibilityTable.Band("谁分管、谁联系本单位", lines.named(line -> unit.id().equals(line.over()) && lines.outside(line.bearer(), unit.id()))));
        return table(scope, unit.name(), unit.code(), null, unit.id(), point, bands,
                line -> line.units().contains(unit.id()), Set.of(unit.id()), lines);
    }

    private ResponsibilityTable table(Scope scope, String title, String code, @Nullable PostId post, UnitId unit, AsOf point,
            List<ResponsibilityTable.Band> bands, Predicate<IssuedLine> mine, Set<UnitId> units, Lines lines) {
        var year = deployments.standing(scope.at(point), point.on().getYear()).stream().filter(mine).filter(line -> !line.ended())
                .map(line -> new ResponsibilityTable.YearLine(line.number(), line.wording(), line.leadName(), line.supporting(),
                        Optional.ofNullable(line.cadence()).orElse(""), line.paper()))
                .toList();
        var open = open(scope, point, units);
        var seen = open.stream().filter(matter -> maySee(scope, lines, matter)).toList();
        var reached = reached(scope, point, units);
        return new ResponsibilityTable(title, code, post, unit, point.on(), bands, year,
                seen.stream().map(matter -> new ResponsibilityTable.OpenLine(matter.number(), matter.title(), matter.handler(), matter.stage(), matter.due(),
                        reached.contains(matter.id().toString()) ? "/posts/" + seat(scope) + "/matters/" + matter.id() : null)).toList(),
                open.size() - seen.size(), notes(scope, point));
    }

    /** Matters handled by the units, whoever asks; what of them is shown is decided by {@link #maySee}. */
    List<OpenMatters.Open> open(Scope scope, AsOf point, Set<UnitId> units) {
        return matters.of(Scope.system(scope.county(), "列出分工表的在办事项", point), units).stream()
                .filter(matter -> matter.handlers().stream().anyMatch(units::contains)).toList();
    }

    /** The unit itself and those above it, the supervisors and the county's leaders, who see every matter, and the leader in charge. */
    boolean maySee(Scope scope, Lines lines, OpenMatters.Open matter) {
        return scope.has(Permission.SUPERVISE) || scope.has(Permission.OVERSEE) || matter.parties().stream().anyMatch(unit -> reaches(scope, lines, unit))
                || matter.handlers().stream().anyMatch(unit -> inCharge(scope, lines, unit));
    }

    boolean reaches(Scope scope, Lines lines, UnitId unit) {
        return scope.roots().stream().anyMatch(root -> lines.organisation().reaches(root, unit));
    }

    private static boolean inCharge(Scope scope, Lines lines, UnitId unit) {
        var posts = scope.posts().stream().map(HeldPost::post).collect(Collectors.toSet());
        return lines.organisation().responsibilities().stream().anyMatch(line -> line.kind() == ResponsibilityKind.IN_CHARGE && unit.equals(line.over())
                && line.bearer() instanceof Bearer.OfPost(var post) && posts.contains(post));
    }

    private Set<String> reached(Scope scope, AsOf point, Set<UnitId> units) {
        return scope.posts().isEmpty() ? Set.of()
                : matters.of(scope.at(point), units).stream().map(matter -> matter.id().toString()).collect(Collectors.toSet());
    }

    private static String seat(Scope scope) {
        return scope.posts().isEmpty() ? "" : scope.posts().getFirst().post().toString();
    }

    /** Units whose matters belong on a leader's table: those the post is in charge of; of the head of a unit, the unit. */
    private static Set<UnitId> led(Lines lines, Post post) {
        var units = new LinkedHashSet<UnitId>();
        lines.organisation().responsibilities(new Bearer.OfPost(post.id())).stream()
                .filter(line -> line.kind() == ResponsibilityKind.IN_CHARGE && line.over() != null && lines.outside(line.bearer(), line.over()))
                .map(Responsibility::over).forEach(units::add);
        if (post.serves("head")) {
            units.add(post.unit());
        }
        return units;
    }

    private static List<Post> others(Organisation organisation, Post post) {
        return organisation.holders(post.id()).stream().map(Holding::person).flatMap(person -> organisation.postsOf(person).stream())
                .map(Holding::post).filter(other -> !other.equals(post.id())).distinct().flatMap(other -> organisation.post(other).stream()).toList();
    }

    static String title(Organisation organisation, Post post) {
        return PostNames.of(organisation, post);
    }

    private static List<String> notes(Scope scope, AsOf point) {
        var today = scope.asOf().on();
        return Stream.of(
                        point.on().isAfter(today) ? "这一天还没有到：按现在已经知道的任免、分工和文件列出，届时可能不同。" : "",
                        point.known() != AsOf.LATEST ? "按当时所知：之后才写进平台的变动不算在内。" : "")
                .filter(note -> !note.isEmpty()).toList();
    }

    /** The first day on which there is an organisation; empty before a roster was brought in. */
    Optional<LocalDate> firstDay(Scope scope) {
        return organisations.history(scope).firstDay(AsOf.LATEST);
    }
}
