package cn.yizhen.app.meeting;

import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.meeting.Distances.Towards;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.meeting.Distance;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitKind;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The county's table of distances: open to everyone, kept by whoever keeps the organisation. */
@Controller
public class DistancePages {

    private static final Set<UnitKind> PLACES = Set.of(UnitKind.TOWNSHIP, UnitKind.VILLAGE, UnitKind.COMMUNITY);

    private final Distances distances;
    private final Organisations organisations;
    private final Ids ids;

    DistancePages(Distances distances, Organisations organisations, Ids ids) {
        this.distances = distances;
        this.organisations = organisations;
        this.ids = ids;
    }

    /** A place with how far it is. */
    public record Line(Unit unit, @Nullable Distance county, @Nullable Distance township) {}

    @GetMapping("/distances")
    String table(Scope scope, Model model) {
        return page(scope, "", Towards.COUNTY, List.of(), model);
    }

    @PostMapping("/posts/{post}/distances")
    String note(Scope scope, @RequestParam UUID key, @RequestParam(defaultValue = "COUNTY") String towards, @RequestParam(defaultValue = "") String lines, Model model,
            HttpServletResponse response) {
        var whither = towards.equals(Towards.TOWNSHIP.name()) ? Towards.TOWNSHIP : Towards.COUNTY;
        if (!scope.has(Permission.KEEP_ORGANISATION)) {
            response.setStatus(403);
            return page(scope, lines, whither, List.of(Reason.of("distances-not-yours", "里程表由维护机构名册的岗位填写。", "请组织部门填写。")), model);
        }
        return switch (distances.note(scope, key, whither, lines)) {
            case Performed.Done done -> "redirect:" + done.result();
            case Performed.Refused(var reasons) -> {
                response.setStatus(422);
                yield page(scope, lines, whither, reasons, model);
            }
            case Performed.Overtaken _ -> throw new IllegalStateException("the table of distances has no subject");
        };
    }

    List<Line> lines(Scope scope) {
        var table = distances.table(scope);
        return organisations.asOf(scope).units().stream().filter(unit -> PLACES.contains(unit.kind()))
                .map(unit -> new Line(unit, table.toCounty().get(unit.id()), table.toTownship().get(unit.id()))).toList();
    }

    private String page(Scope scope, String typed, Towards towards, List<Reason> reasons, Model model) {
        model.addAttribute("lines", lines(scope));
        model.addAttribute("keeper", scope.posts().stream().filter(post -> post.permissions().contains(Permission.KEEP_ORGANISATION)).findFirst()
                .map(HeldPost::post).orElse(null));
        model.addAttribute("typed", typed);
        model.addAttribute("towards", towards);
        model.addAttribute("key", ids.next());
        model.addAttribute("reasons", reasons);
        return "meeting/distances";
    }
}
