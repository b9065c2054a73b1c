package cn.yizhen.app.organisation;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.organisation.roster.ChargeChanges;
import cn.yizhen.app.organisation.roster.NoticePlan;
import cn.yizhen.directives.DocumentReader;
import cn.yizhen.directives.DocumentText;
import cn.yizhen.directives.charges.ChargeNotice;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.Unit;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Reading the county's 领导分工通知: upload, each line with its sentence, one act when somebody confirms. */
@Controller
class NoticePage {

    private static final Reason GONE = Reason.of("upload-gone", "上传的文件已过两小时或平台重启过，没有保留。", "请重新上传；上次没有改动任何内容。");

    private final Organisations organisations;
    private final OrganisationKeeping keeping;
    private final ChargeKeeping charges;
    private final Uploads uploads;
    private final Ids ids;

    NoticePage(Organisations organisations, OrganisationKeeping keeping, ChargeKeeping charges, Uploads uploads, Ids ids) {
        this.organisations = organisations;
        this.keeping = keeping;
        this.charges = charges;
        this.uploads = uploads;
        this.ids = ids;
    }

    /** A notice between upload and confirmation. */
    private record Uploaded(String fileName, DocumentText text, ChargeNotice notice) {}

    @GetMapping("/organisation/notices")
    String form(Scope scope, Model model) {
        return form(scope, model, List.of());
    }

    @PostMapping({"/organisation/notices", "/posts/{post}/organisation/notices"})
    String upload(Scope scope, @RequestParam MultipartFile file, Model model) throws IOException {
        RosterPage.require(scope);
        var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        return switch (new DocumentReader().read(file.getBytes(), name)) {
            case Outcome.Refused<DocumentText>(var reasons) -> form(scope, model, reasons);
            case Outcome.Done<DocumentText>(var text) -> {
                var notice = ChargeNotice.read(text.text());
                yield notice.charges().isEmpty()
                        ? form(scope, model, List.of(empty(notice)))
                        : "redirect:/organisation/notices/" + uploads.keep(scope, new Uploaded(name, text, notice));
            }
        };
    }

    @GetMapping("/organisation/notices/{id}")
    String preview(Scope scope, @PathVariable UUID id, Model model) {
        var uploaded = uploads.find(scope, id, Uploaded.class);
        var day = uploaded.flatMap(one -> one.notice().day()).orElse(scope.asOf().on());
        return preview(scope, id, day, uploaded.map(one -> paper(one.notice())).orElse(""), NoticeForm.UNTOUCHED, model, List.of());
    }

    @PostMapping({"/organisation/notices/{id}/confirmation", "/posts/{post}/organisation/notices/{id}/confirmation"})
    String confirm(
            Scope scope, @PathVariable UUID id, @RequestParam UUID key, @RequestParam(required = false) @Nullable UUID basedOn,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate day, @RequestParam(defaultValue = "") String paper,
            @RequestParam MultiValueMap<String, String> typed, Model model) {
        RosterPage.require(scope);
        var uploaded = uploads.find(scope, id, Uploaded.class);
        if (uploaded.isEmpty()) {
            return form(scope, model, List.of(GONE));
        }
        var sent = new NoticeForm(typed);
        var plan = NoticePlan.of(organisations.named(scope), day, uploaded.get().notice());
        var reading = new NoticeReading(organisations.asOf(scope, AsOf.on(day)), plan, paper.strip(), sent);
        var lines = reading.lines();
        if (!reading.reasons().isEmpty()) {
            return preview(scope, id, day, paper, sent, model, reading.reasons());
        }
        return switch (charges.change(scope, key, basedOn, new ChargeChanges(day, paper.strip(), lines, reading.ending()))) {
            case Performed.Done done -> "redirect:" + done.result();
            case Performed.Refused refused -> preview(scope, id, day, paper, sent, model, refused.reasons());
            case Performed.Overtaken _ -> preview(scope, id, day, paper, sent, model, CorrectionPage.OVERTAKEN);
        };
    }

    private String form(Scope scope, Model model, List<Reason> reasons) {
        RosterPage.require(scope);
        model.addAttribute("action", RosterPage.base(scope) + "/organisation/notices");
        model.addAttribute("reasons", reasons);
        return "organisation/notice";
    }

    private String preview(Scope scope, UUID id, LocalDate day, String paper, NoticeForm typed, Model model, List<Reason> reasons) {
        RosterPage.require(scope);
        var uploaded = uploads.find(scope, id, Uploaded.class);
        if (uploaded.isEmpty()) {
            return form(scope, model, List.of(GONE));
        }
        var organisation = organisations.asOf(scope, AsOf.on(day));
        var plan = NoticePlan.of(organisations.named(scope), day, uploaded.get().notice());
        model.addAttribute("fileName", uploaded.get().fileName());
        model.addAttribute("remarks", uploaded.get().text().remarks());
        model.addAttribute("unread", uploaded.get().notice().unread());
        model.addAttribute("plan", plan);
        model.addAttribute("typed", typed);
        model.addAttribute("labels", labels(organisation, plan));
        model.addAttribute("choices", plan.parts().stream().anyMatch(part -> part.post() == null) ? choices(organisation) : Map.of());
        model.addAttribute("day", day);
        model.addAttribute("paper", paper);
        model.addAttribute("action", RosterPage.base(scope) + "/organisation/notices/" + id + "/confirmation");
        model.addAttribute("key", ids.next());
        model.addAttribute("basedOn", keeping.latest(scope).map(UUID::toString).orElse(""));
        model.addAttribute("reasons", reasons);
        return "organisation/notice-preview";
    }

    private static Reason empty(ChargeNotice notice) {
        var seen = notice.unread().stream().limit(3).map(words -> "“" + words + "”").collect(Collectors.joining("、"));
        return Reason.of("notice-empty", "文件里没有读到谁分管什么。" + (seen.isEmpty() ? "" : "这些地方说到分工，但是看不出是谁：" + seen + "。"),
                "请确认是领导分工通知：每人一段，写明姓名、职务和“分管”“协管”“联系”“包联”的内容，或者用有“姓名”“分管工作”表头的表格，每行的格子与表头对齐。");
    }

    private static String paper(ChargeNotice notice) {
        return notice.title() + (notice.paper().isEmpty() ? "" : "（" + notice.paper() + "）");
    }

    private static Map<PostId, String> labels(Organisation organisation, NoticePlan plan) {
        return plan.parts().stream().map(NoticePlan.Part::post).filter(Objects::nonNull).distinct()
                .collect(Collectors.toMap(Post::id, post -> label(organisation, post)));
    }

    private static Map<PostId, String> choices(Organisation organisation) {
        var choices = new LinkedHashMap<PostId, String>();
        organisation.units().forEach(unit -> organisation.posts(unit.id()).stream().filter(post -> post.serves("leader"))
                .forEach(post -> choices.put(post.id(), label(organisation, post))));
        return choices;
    }

    private static String label(Organisation organisation, Post post) {
        var holders = String.join("、", UnitViews.holders(organisation, post));
        var unit = organisation.unit(post.unit()).map(Unit::shortName).orElse("");
        return (post.title().startsWith("县") ? "" : unit) + post.title() + (holders.isEmpty() ? "（空缺）" : " " + holders);
    }
}
