package cn.yizhen.app.overview.summary;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.document.formal.FormalKind;
import cn.yizhen.app.matter.Matter;
import cn.yizhen.app.matter.MatterHistory;
import cn.yizhen.app.matter.MatterId;
import cn.yizhen.app.matter.Matters;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.app.paper.DocumentNumber;
import cn.yizhen.app.paper.PaperDraft;
import cn.yizhen.app.paper.PaperPages;
import cn.yizhen.rules.calendar.Days;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Unit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** A 督查通知单 begun from a matter: what is known of it is filled in, nothing is typed again. */
@Controller
class NoticeOfMatter {

    private final Matters matters;
    private final MatterHistory history;
    private final Organisations organisations;
    private final Ids ids;

    NoticeOfMatter(Matters matters, MatterHistory history, Organisations organisations, Ids ids) {
        this.matters = matters;
        this.history = history;
        this.organisations = organisations;
        this.ids = ids;
    }

    @GetMapping("/posts/{post}/matters/{id}/notice")
    String begun(Scope scope, @PathVariable MatterId id, Model model) {
        var matter = matters.find(scope, id).filter(_ -> scope.has(Permission.SUPERVISE)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("sheet", new PaperPages.Sheet(null, scope.post().post().toString(), draft(scope, matter), null, null, ids.next(), ids.next(), null,
                List.of(), false));
        return "paper/draft";
    }

    private PaperDraft draft(Scope scope, Matter matter) {
        var organisation = organisations.asOf(scope);
        var office = organisation.unit(scope.post().unit()).map(Unit::name).orElse("");
        var lead = names(organisation, matter, "lead");
        boolean numbered = DocumentNumber.faults(FormalKind.SUPERVISION_NOTICE, matter.number(), matter.openedAt().toLocalDate()).isEmpty();
        return new PaperDraft(FormalKind.SUPERVISION_NOTICE, Map.ofEntries(
                Map.entry("mark", office), Map.entry("title", "督查通知单"), Map.entry("addressees", lead), Map.entry("number", numbered ? matter.number() : ""),
                Map.entry("said0", matter.wording()), Map.entry("said1", lead), Map.entry("said2", names(organisation, matter, "support")),
                Map.entry("said3", history.due(scope, matter).map(Days::full).orElse("")),
                Map.entry("text", "请按原文办理。有进展时在平台上写一句，办结后写明结果，由立项单位复核；不另报材料，不要求附照片和台账。"),
                Map.entry("signed", office), Map.entry("printed-by", office), Map.entry("nature", "specific")));
    }

    private static String names(Organisation organisation, Matter matter, String role) {
        var units = matter.here().party(role);
        return organisation.units().stream().filter(unit -> units.contains(unit.id())).map(Unit::shortName).collect(Collectors.joining("、"));
    }
}
