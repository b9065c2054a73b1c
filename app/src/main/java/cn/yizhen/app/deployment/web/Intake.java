package cn.yizhen.app.deployment.web;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.deployment.application.Counties;
import cn.yizhen.app.deployment.application.Office;
import cn.yizhen.app.deployment.application.SampleSpeech;
import cn.yizhen.app.deployment.model.ChargeTables;
import cn.yizhen.app.deployment.model.Edit;
import cn.yizhen.app.deployment.model.Owners;
import cn.yizhen.app.deployment.model.Reader;
import cn.yizhen.app.deployment.model.Source;
import cn.yizhen.app.deployment.storage.Journal;
import cn.yizhen.app.deployment.storage.Listed;
import cn.yizhen.app.deployment.storage.SharedRows;
import cn.yizhen.directives.DocumentReader;
import cn.yizhen.directives.DocumentText;
import cn.yizhen.directives.Extractor;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The list of documents, and the way in: a file or pasted text, its date, the first rows. */
@Controller
class Intake {

    /** Earliest year a document can bear: before it there was no county to deploy anything in. */
    private static final int FIRST_YEAR = 1949;

    private static final int LONGEST_TITLE = 60;
    private static final int TITLE_WITHIN = 6;
    private static final Pattern KIND = Pattern.compile("(讲话|通知|意见|要点|报告|方案|纪要|决定|规划|办法|措施|安排)[）)》]?$");

    private final Office office;
    private final Journal journal;
    private final SharedRows shared;
    private final Transactions transactions;
    private final Counties counties;
    private final Sheets sheets;
    private final ReviewPages pages;
    private final SampleSpeech sample;
    private final Ids ids;
    private final DocumentReader reader = new DocumentReader();
    private final Extractor extractor = new Extractor();

    Intake(Office office, Journal journal, SharedRows shared, Transactions transactions, Counties counties, Sheets sheets,
            ReviewPages pages, SampleSpeech sample, Ids ids) {
        this.office = office;
        this.journal = journal;
        this.shared = shared;
        this.transactions = transactions;
        this.counties = counties;
        this.sheets = sheets;
        this.pages = pages;
        this.sample = sample;
        this.ids = ids;
    }

    @GetMapping("/deployments")
    ModelAndView list(Scope scope, @RequestParam(defaultValue = "") String sample) {
        return list(scope, List.of(), "", sample.isEmpty() ? "" : this.sample.text(sheets.today()));
    }

    @PostMapping("/posts/{post}/deployments")
    ModelAndView receive(
            Scope scope, @RequestParam(required = false) @Nullable MultipartFile file, @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String title, @RequestParam UUID key) throws IOException {
        if (!scope.has(Permission.DRAFT_DEPLOYMENT)) {
            throw new NotHere();
        }
        var name = file == null ? null : file.getOriginalFilename();
        boolean uploaded = file != null && name != null && !name.isBlank();
        var read = uploaded ? reader.read(file.getBytes(), name) : reader.pasted(text);
        return switch (read) {
            case Outcome.Refused<DocumentText>(var reasons) -> list(scope, reasons, title, uploaded ? "" : text);
            case Outcome.Done<DocumentText>(var found) -> receive(scope, key, title, uploaded ? name : null, found);
        };
    }

    private ModelAndView receive(Scope scope, UUID key, String title, @Nullable String name, DocumentText found) {
        var source = new Source(ids.next(), title.isBlank() ? titleOf(found.text(), name) : clip(title.strip()), name, found.text(),
                String.join("\n", found.remarks()));
        return switch (office.receive(scope, key, scope.post().unit(), source, sheets.today())) {
            case Performed.Done(_, var result, _) -> new ModelAndView("redirect:" + result);
            case Performed.Refused(var reasons) -> list(scope, reasons, title, found.text());
            case Performed.Overtaken _ -> new ModelAndView("redirect:/deployments");
        };
    }

    /** Confirms the document's date; only then are times read and rows made. */
    @PostMapping("/posts/{post}/deployments/{id}/date")
    ModelAndView date(Scope scope, @PathVariable UUID id, @RequestParam UUID key, HttpServletRequest request) {
        var form = new EditForms.Form(request);
        var stored = office.find(scope, id).orElseThrow(NotHere::new);
        var day = form.day("date", "文件日期").then(this::plausible);
        if (day instanceof Outcome.Refused<LocalDate>(var reasons)) {
            return pages.dating(scope, stored, reasons, form.text("date"));
        }
        var date = ((Outcome.Done<LocalDate>) day).value();
        var owners = new Owners(ChargeTables.of(counties.today(scope)));
        Edit.Drafted drafted = new Reader(owners, ids::next).drafted(date, extractor.extract(stored.deployment().source().text(), date));
        return switch (office.take(scope, key, id, form.number("seen"), drafted, "/deployments/" + id, sheets.today())) {
            case Performed.Done(_, var result, _) -> new ModelAndView("redirect:" + result);
            case Performed.Refused(var reasons) -> pages.dating(scope, stored, reasons, form.text("date"));
            case Performed.Overtaken _ -> new ModelAndView("redirect:/deployments/" + id);
        };
    }

    private Outcome<LocalDate> plausible(LocalDate day) {
        return day.getYear() < FIRST_YEAR
                ? Outcome.refused(Reason.of("document-date-early", "文件日期 " + day + " 过早。", "请核对文件上的年份。"))
                : Outcome.done(day);
    }

    private ModelAndView list(Scope scope, List<Reason> reasons, String title, String text) {
        var page = transactions.reading(scope, sql -> {
            List<Listed> own = journal.all(sql);
            var units = scope.posts().stream().map(post -> post.unit()).distinct().toList();
            return new ListPage(own, shared.notices(sql), shared.concerning(sql, units), Sheets.post(scope).orElse(""), TablePages.post(scope), sheets.today(), sheets.key(),
                    title, text, reasons);
        });
        var view = new ModelAndView("deployment/list", Map.of("page", page));
        view.setStatus(reasons.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    /** A line near the top that names a kind of document, else the first that reads like a title, else the file's name. */
    private static String titleOf(String text, @Nullable String name) {
        var top = text.lines().map(String::strip).filter(l -> l.length() > 3).limit(TITLE_WITHIN).toList();
        var line = top.stream().filter(l -> KIND.matcher(l).find()).findFirst().or(() -> top.stream().findFirst()).orElse("来件");
        var bare = name == null ? line : name.replaceFirst("\\.[A-Za-z]{2,5}$", "");
        return clip(line.length() <= 40 && !line.endsWith("。") ? line : bare);
    }

    private static String clip(String title) {
        int length = title.codePointCount(0, title.length());
        return length <= LONGEST_TITLE ? title : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE));
    }
}
