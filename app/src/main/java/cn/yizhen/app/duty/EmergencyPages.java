package cn.yizhen.app.duty;

import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.duty.Emergency;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitKind;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 应急期: everyone sees which there are; whoever keeps institutions declares and ends them. */
@Controller
public class EmergencyPages {

    private final Emergencies emergencies;
    private final DutyTotals totals;
    private final Organisations organisations;
    private final Ids ids;

    EmergencyPages(Emergencies emergencies, DutyTotals totals, Organisations organisations, Ids ids) {
        this.emergencies = emergencies;
        this.totals = totals;
        this.organisations = organisations;
        this.ids = ids;
    }

    /**
     * One emergency as shown.
     *
     * @param lastDay null while it runs
     * @param out     per duty how many instances count out because of it
     */
    public record Line(UUID id, String paper, String area, LocalDate from, @Nullable LocalDate lastDay, Map<String, Long> out) {}

    /** @param keeper the post under which it may be declared, or null */
    public record View(List<Line> lines, List<Unit> choices, @Nullable HeldPost keeper, Map<String, String> typed, List<Reason> reasons, UUID key) {}

    @GetMapping("/emergencies")
    String list(Scope scope, Model model) {
        return show(scope, scope.posts().stream().filter(post -> post.permissions().contains(Permission.KEEP_INSTITUTIONS)).findFirst().orElse(null),
                Map.of(), List.of(), model);
    }

    @PostMapping("/posts/{post}/emergencies")
    String declare(Scope scope, @RequestParam UUID key, @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "") List<String> area, Model model, HttpServletResponse response) {
        return answer(scope, emergencies.declare(keeper(scope), key, typed, area), typed, model, response);
    }

    @PostMapping("/posts/{post}/emergencies/{emergency}/end")
    String end(Scope scope, @PathVariable UUID emergency, @RequestParam UUID key, @RequestParam Map<String, String> typed, Model model,
            HttpServletResponse response) {
        return answer(scope, emergencies.end(keeper(scope), key, emergency, typed.getOrDefault("until", "")), typed, model, response);
    }

    private String answer(Scope scope, Performed performed, Map<String, String> typed, Model model, HttpServletResponse response) {
        return switch (performed) {
            case Performed.Done done -> "redirect:" + done.result();
            case Performed.Overtaken _ -> "redirect:/emergencies";
            case Performed.Refused refused -> {
                response.setStatus(422);
                yield show(scope, scope.post(), typed, refused.reasons(), model);
            }
        };
    }

    private static Scope keeper(Scope scope) {
        if (!scope.has(Permission.KEEP_INSTITUTIONS)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return scope;
    }

    private String show(Scope scope, @Nullable HeldPost keeper, Map<String, String> typed, List<Reason> reasons, Model model) {
        var organisation = organisations.asOf(scope);
        var choices = organisation.units().stream().filter(unit -> unit.kind() == UnitKind.COUNTY || unit.kind() == UnitKind.TOWNSHIP).toList();
        model.addAttribute("view", new View(lines(scope), choices, keeper, new HashMap<>(typed), reasons, ids.next()));
        return "duty/emergencies";
    }

    List<Line> lines(Scope scope) {
        var organisation = organisations.asOf(scope);
        return emergencies.all(scope).stream().map(row -> line(scope, organisation, row)).toList();
    }

    private Line line(Scope scope, Organisation organisation, EmergencyRows.Row row) {
        Emergency emergency = row.emergency();
        var area = emergency.area().stream().map(id -> organisation.unit(id).map(Unit::name).orElse("（已撤销单位）")).sorted()
                .collect(Collectors.joining("、"));
        var out = new LinkedHashMap<String, Long>();
        totals.countedOut(scope, emergency).forEach((duty, count) -> out.put(duty.title(), count));
        var until = emergency.days().until();
        return new Line(row.id(), emergency.paper(), area, emergency.days().from(), until == null ? null : until.minusDays(1), out);
    }
}
