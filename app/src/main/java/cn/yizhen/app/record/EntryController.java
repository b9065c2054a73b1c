package cn.yizhen.app.record;

import cn.yizhen.app.access.NotHeld;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.record.model.NotedRecord;
import cn.yizhen.app.record.model.OfferedKind;
import cn.yizhen.app.record.model.RecordContent;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.organisation.BodyId;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Unit;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The entry form: opened, previewed, sent; the same for a correction. */
@Controller
class EntryController {

    private final EntryPages pages;
    private final Catalogues catalogues;
    private final Records records;
    private final RecordPages recordPages;
    private final Noting noting;
    private final EntryIntake intake;

    EntryController(EntryPages pages, Catalogues catalogues, Records records, RecordPages recordPages, Noting noting, EntryIntake intake) {
        this.pages = pages;
        this.catalogues = catalogues;
        this.records = records;
        this.recordPages = recordPages;
        this.noting = noting;
        this.intake = intake;
    }

    /** Without a kind, the kinds this unit can note; with one, its form. */
    @GetMapping("/posts/{post}/records/new")
    String open(Scope scope, @RequestParam MultiValueMap<String, String> asked, Model model) {
        EntryForm form = new EntryForm(asked);
        Unit unit = intake.unit(scope, form);
        if (form.get("kind").isEmpty()) {
            model.addAttribute("post", scope.post());
            model.addAttribute("unit", unit);
            model.addAttribute("below", below(scope));
            model.addAttribute("kinds", intake.offered(scope, unit));
            return "record/kinds";
        }
        OfferedKind offered = offered(scope, form, unit);
        EntryForm filled = pages.prefilled(scope, unit, offered).with("topics", List.copyOf(form.all("topics")))
                .with("makesUpFor", form.get("makesUpFor"));
        Entry entry = pages.entry(scope, filled, offered, unit);
        return show(model, pages.view(scope, entry, entry.madeUpUnread().stream().toList(), null, null, false));
    }

    @GetMapping("/posts/{post}/records/preview")
    String preview(Scope scope, @RequestParam MultiValueMap<String, String> typed, Model model) {
        EntryForm form = new EntryForm(typed);
        Unit unit = intake.unit(scope, form);
        OfferedKind offered = offered(scope, form, unit);
        model.addAttribute("view", pages.view(scope, pages.entry(scope, form, offered, unit), List.of(), null, null, false));
        return "record/preview";
    }

    @PostMapping("/posts/{post}/records")
    String note(Scope scope, @RequestParam MultiValueMap<String, String> typed, Model model, HttpServletResponse response) {
        EntryForm form = new EntryForm(typed);
        Unit unit = intake.unit(scope, form);
        Entry entry = pages.entry(scope, form, offered(scope, form, unit), unit);
        return send(scope, entry, null, model, response, content -> noting.note(scope, key(form), content));
    }

    @GetMapping("/posts/{post}/records/{subject}/correction")
    String openCorrection(Scope scope, @PathVariable UUID subject, Model model) {
        NotedRecord record = find(scope, subject);
        EntryForm form = pages.correcting(record);
        Unit unit = unitOf(scope, record);
        return show(model, pages.view(scope, correction(scope, form, unit, record), List.of(), record, null, false));
    }

    @GetMapping("/posts/{post}/records/{subject}/correction/preview")
    String previewCorrection(Scope scope, @PathVariable UUID subject, @RequestParam MultiValueMap<String, String> typed, Model model) {
        NotedRecord record = find(scope, subject);
        Entry entry = correction(scope, ofRecord(typed, record), unitOf(scope, record), record);
        model.addAttribute("view", pages.view(scope, entry, List.of(), record, null, false));
        return "record/preview";
    }

    @PostMapping("/posts/{post}/records/{subject}/correction")
    String correct(Scope scope, @PathVariable UUID subject, @RequestParam MultiValueMap<String, String> typed, Model model,
            HttpServletResponse response) {
        NotedRecord record = find(scope, subject);
        EntryForm form = ofRecord(typed, record);
        Entry entry = correction(scope, form, unitOf(scope, record), record);
        boolean withdrawn = form.get("withdrawn").equals("yes");
        if (withdrawn) {
            return answer(scope, entry, record, model, response, noting.correct(scope, key(form), record,
                    form.id("basedOn").orElse(null), record.content(), form.get("reason"), true));
        }
        return send(scope, entry, record, model, response, content -> noting.correct(scope, key(form), record,
                form.id("basedOn").orElse(null), content, form.get("reason"), false));
    }

    private interface Sending {
        Performed send(RecordContent content);
    }

    private String send(Scope scope, Entry entry, @Nullable NotedRecord correcting, Model model, HttpServletResponse response, Sending sending) {
        return switch (intake.check(scope, entry)) {
            case EntryIntake.Checked.Sound(var content) -> answer(scope, entry, correcting, model, response, sending.send(content));
            case EntryIntake.Checked.Wrong(var reasons) -> refuse(scope, entry, correcting, model, response, correcting == null ? reasons
                    : Stream.concat(reasons.stream(), Noting.unexplained(entry.form().get("reason")).stream()).toList());
            case EntryIntake.Checked.ToHeed _ -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield show(model, pages.view(scope, entry, List.of(), correcting, null, true));
            }
        };
    }

    private String answer(Scope scope, Entry entry, @Nullable NotedRecord correcting, Model model, HttpServletResponse response, Performed performed) {
        return switch (performed) {
            case Performed.Done(_, var address, _) -> "redirect:" + address;
            case Performed.Refused(var reasons) -> refuse(scope, entry, correcting, model, response, reasons);
            case Performed.Overtaken _ -> {
                NotedRecord now = find(scope, correcting == null ? new UUID(0, 0) : correcting.subject());
                response.setStatus(HttpStatus.CONFLICT.value());
                var again = new Entry(entry.form().with("basedOn", now.act()), entry.offered(), entry.unit(), entry.organisation());
                yield show(model, pages.view(scope, again, List.of(), now, recordPages.view(scope, now), false));
            }
        };
    }

    private String refuse(Scope scope, Entry entry, @Nullable NotedRecord correcting, Model model, HttpServletResponse response, List<Reason> reasons) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(model, pages.view(scope, entry, reasons, correcting, null, false));
    }

    private static String show(Model model, EntryView view) {
        model.addAttribute("view", view);
        return "record/entry";
    }

    /** The unit of a record as it was on the record's day; it may have merged into another since. */
    private Unit unitOf(Scope scope, NotedRecord record) {
        if (!pages.mayCorrect(scope, record.content().unit())) {
            throw new NotHeld(scope.post().post());
        }
        return pages.unitOf(scope, record.content()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The units below that the post may enter for, in the order of the division. */
    private List<Unit> below(Scope scope) {
        Organisation organisation = pages.organisation(scope, pages.today());
        return scope.post().roots().stream().flatMap(root -> organisation.subtree(root).stream())
                .filter(unit -> !unit.id().equals(scope.post().unit()) && Authority.mayNote(scope.post(), unit.id(), organisation))
                .toList();
    }

    private OfferedKind offered(Scope scope, EntryForm form, Unit unit) {
        return intake.offered(scope, form, unit).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** What a correction cannot change: what kind of record it is, and whose. */
    private static EntryForm ofRecord(MultiValueMap<String, String> typed, NotedRecord record) {
        RecordContent content = record.content();
        return new EntryForm(typed).with("kind", content.kind()).with("unit", content.unit()).with("body", content.body());
    }

    /** The kind stands, whether or not it is still offered. */
    private Entry correction(Scope scope, EntryForm form, Unit unit, NotedRecord record) {
        var kind = catalogues.kind(scope, form.get("kind"));
        Entry bare = pages.entry(scope, form, new OfferedKind(kind, null), unit, record);
        var body = form.id("body").map(BodyId::new).flatMap(bare.organisation()::body).orElse(null);
        return new Entry(form, new OfferedKind(kind, body), unit, bare.organisation());
    }

    private NotedRecord find(Scope scope, UUID subject) {
        return records.find(scope, subject).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static UUID key(EntryForm form) {
        return form.id("key").orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }
}
