package cn.yizhen.app.organisation;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.TakesOut;
import cn.yizhen.app.document.Excel;
import cn.yizhen.app.document.reading.Workbook;
import cn.yizhen.app.organisation.roster.RosterWriter;
import cn.yizhen.app.web.Download;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Bringing in the workbook: template, upload, preview, confirmation; a faulty one goes back with the reasons in it. */
@Controller
class RosterPage {

    private static final Reason GONE = Reason.of("upload-gone", "上传的文件已过两小时或平台重启过，没有保留。", "请重新上传；上次没有改动任何内容。");

    private final OrganisationKeeping keeping;
    private final Uploads uploads;
    private final Ids ids;

    RosterPage(OrganisationKeeping keeping, Uploads uploads, Ids ids) {
        this.keeping = keeping;
        this.uploads = uploads;
        this.ids = ids;
    }

    @GetMapping("/organisation/import")
    String form(Scope scope, Model model) {
        return form(scope, model, List.of());
    }

    @GetMapping("/organisation/template.xlsx")
    ResponseEntity<byte[]> template(Scope scope) {
        require(scope);
        return Download.of(RosterWriter.template(), "机构名册模板.xlsx", Excel.MEDIA_TYPE);
    }

    @TakesOut("机构名册（含姓名）")
    @GetMapping("/organisation/roster.xlsx")
    ResponseEntity<byte[]> roster(Scope scope, @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on) {
        require(scope);
        var day = on == null ? scope.asOf().on() : on;
        return Download.of(keeping.roster(scope, day), "机构名册-" + day + ".xlsx", Excel.MEDIA_TYPE);
    }

    @PostMapping({"/organisation/uploads", "/posts/{post}/organisation/uploads"})
    String upload(Scope scope, @RequestParam MultipartFile file, Model model) throws IOException {
        require(scope);
        var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        return switch (Workbook.open(name, file.getBytes())) {
            case Outcome.Refused<Workbook>(var reasons) -> form(scope, model, reasons);
            case Outcome.Done<Workbook>(var workbook) -> "redirect:/organisation/uploads/" + uploads.keep(scope, workbook);
        };
    }

    @GetMapping("/organisation/uploads/{id}")
    String preview(Scope scope, @PathVariable UUID id, Model model) {
        return preview(scope, id, model, List.of());
    }

    @GetMapping("/organisation/uploads/{id}/returned.xlsx")
    ResponseEntity<byte[]> returned(Scope scope, @PathVariable UUID id) {
        require(scope);
        var workbook = uploads.find(scope, id, Workbook.class).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Download.of(workbook.with(keeping.plan(scope, workbook).findings()), "已标注-" + workbook.fileName().replaceAll("\\.xls[xm]?$", "") + ".xlsx", Excel.MEDIA_TYPE);
    }

    @PostMapping({"/organisation/uploads/{id}/confirmation", "/posts/{post}/organisation/uploads/{id}/confirmation"})
    String confirm(
            Scope scope, @PathVariable UUID id, @RequestParam UUID key, @RequestParam(required = false) @Nullable UUID basedOn,
            @RequestParam(required = false) @Nullable Set<String> ending, Model model) {
        require(scope);
        var workbook = uploads.find(scope, id, Workbook.class);
        if (workbook.isEmpty()) {
            return form(scope, model, List.of(GONE));
        }
        return switch (keeping.bringIn(scope, key, basedOn, workbook.get(), ending == null ? Set.of() : ending)) {
            case Performed.Done done -> "redirect:" + done.result();
            case Performed.Refused refused -> preview(scope, id, model, refused.reasons());
            case Performed.Overtaken _ -> preview(scope, id, model, List.of(Reason.of("overtaken",
                    "您预览之后，机构名册又有了变动；下面已按最新的名册重新比对。", "请再核对一遍，然后确认。")));
        };
    }

    private String form(Scope scope, Model model, List<Reason> reasons) {
        require(scope);
        model.addAttribute("action", base(scope) + "/organisation/uploads");
        model.addAttribute("reasons", reasons);
        return "organisation/import";
    }

    private String preview(Scope scope, UUID id, Model model, List<Reason> reasons) {
        require(scope);
        var workbook = uploads.find(scope, id, Workbook.class);
        if (workbook.isEmpty()) {
            return form(scope, model, List.of(GONE));
        }
        model.addAttribute("fileName", workbook.get().fileName());
        model.addAttribute("id", id);
        model.addAttribute("plan", keeping.plan(scope, workbook.get()));
        model.addAttribute("action", base(scope) + "/organisation/uploads/" + id + "/confirmation");
        model.addAttribute("key", ids.next());
        model.addAttribute("basedOn", keeping.latest(scope).map(UUID::toString).orElse(""));
        model.addAttribute("reasons", reasons);
        return "organisation/preview";
    }

    static void require(Scope scope) {
        if (!scope.has(Permission.KEEP_ORGANISATION)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    /** The post's part of the address; empty for an account that keeps the organisation without a post. */
    static String base(Scope scope) {
        return OrganisationKeeping.posts(scope).stream().findFirst().map(post -> "/posts/" + post).orElse("");
    }
}
