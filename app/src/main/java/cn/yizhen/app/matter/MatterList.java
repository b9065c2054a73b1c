package cn.yizhen.app.matter;

import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.web.NavEntry;
import cn.yizhen.rules.procedure.Case;
import cn.yizhen.rules.procedure.Timing;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** All matters in reach, by deadline; those that are over are folded. */
@Controller
public class MatterList {

    private final Matters matters;
    private final Calendars calendars;
    private final UnitNames names;
    private final Actors actors;
    private final OwnCases own;

    MatterList(Matters matters, Calendars calendars, UnitNames names, Actors actors, OwnCases own) {
        this.matters = matters;
        this.calendars = calendars;
        this.names = names;
        this.actors = actors;
        this.own = own;
    }

    /** Where a case the unit begins itself is opened. */
    public record Begin(String label, String href) {}

    /**
     * @param lead   whoever handles or answers it
     * @param awaits whose time it is now
     */
    public record Row(String href, String number, String kind, String title, String lead, String stage, @Nullable LocalDate due, String when, String awaits,
            boolean late) {}

    @Bean
    static NavEntry mattersEntry() {
        return NavEntry.forEveryone("事项", "/matters", 20);
    }

    @GetMapping("/matters")
    String list(Scope scope, Model model) {
        var all = matters.inReach(scope);
        model.addAttribute("open", open(scope, all));
        model.addAttribute("over", over(scope, all));
        model.addAttribute("begins", own.ways(scope).stream().map(way -> new Begin(way.label(), way.address())).toList());
        model.addAttribute("raises", scope.posts().stream().filter(post -> post.permissions().contains(Permission.SUPERVISE)).map(HeldPost::post).findFirst().orElse(null));
        return "matter/list";
    }

    /** Everything in reach as the page has it: what is open by its deadline, then what is over. */
    List<Row> rows(Scope scope) {
        var all = matters.inReach(scope);
        return Stream.concat(open(scope, all).stream(), over(scope, all).stream()).toList();
    }

    private List<Row> open(Scope scope, List<Matter> all) {
        return all.stream().filter(matter -> !matter.here().over()).map(matter -> row(scope, matter))
                .sorted(Comparator.comparing((Row row) -> Optional.ofNullable(row.due()).orElse(LocalDate.MAX)).thenComparing(Row::number)).toList();
    }

    private List<Row> over(Scope scope, List<Matter> all) {
        return all.reversed().stream().filter(matter -> matter.here().over()).map(matter -> row(scope, matter)).toList();
    }

    Row row(Scope scope, Matter matter) {
        var here = matter.here();
        var next = here.awaited(matters.now(), calendars.calendar(scope)).stream().findFirst();
        var due = next.map(timing -> timing.reckoning().due()).orElse(null);
        var handler = here.party("lead").isEmpty() ? here.party("asked") : here.party("lead");
        return new Row(Matters.address(actors.seat(scope, here), matter.id()), matter.number(), matter.kind().chinese(), matter.title(), names.of(scope, handler),
                here.standing().title(), due == null ? null : due.day(), due == null ? "" : due.chinese() + "·" + MatterViews.left(due, matters.now()),
                next.map(timing -> awaited(scope, here, timing)).orElse(""), next.map(Timing::overdue).orElse(false));
    }

    /** The units whose time it is, or the role where it is no party of the matter. */
    private String awaited(Scope scope, Case here, Timing timing) {
        var units = here.party(timing.rule().runs());
        return units.isEmpty() ? here.procedure().roles().getOrDefault(timing.rule().runs(), "") : names.of(scope, units);
    }
}
