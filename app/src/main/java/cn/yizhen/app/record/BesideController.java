package cn.yizhen.app.record;

import cn.yizhen.app.access.NotHeld;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.app.record.model.NotedRecord;
import cn.yizhen.app.web.Download;
import cn.yizhen.rules.Reason;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
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

/** What is laid beside a record: objections, their answers, papers. */
@Controller
class BesideController {

    private final Records records;
    private final RecordPages pages;
    private final Organisations organisations;
    private final Disputes disputes;
    private final Attachments attachments;

    BesideController(Records records, RecordPages pages, Organisations organisations, Disputes disputes, Attachments attachments) {
        this.records = records;
        this.pages = pages;
        this.organisations = organisations;
        this.disputes = disputes;
        this.attachments = attachments;
    }

    @PostMapping("/posts/{post}/records/{subject}/disputes")
    String dispute(Scope scope, @PathVariable UUID subject, @RequestParam UUID key, @RequestParam String words, Model model) {
        NotedRecord record = find(scope, subject);
        return answer(scope, record, disputes.raise(scope, key, record, words), model);
    }

    @PostMapping("/posts/{post}/records/{subject}/disputes/{dispute}/answer")
    String answerDispute(Scope scope, @PathVariable UUID subject, @PathVariable UUID dispute, @RequestParam UUID key,
            @RequestParam String words, Model model) {
        NotedRecord record = find(scope, subject);
        return answer(scope, record, disputes.answer(scope, key, record, dispute, words), model);
    }

    @PostMapping("/posts/{post}/records/{subject}/attachments")
    String attach(Scope scope, @PathVariable UUID subject, @RequestParam UUID key, @RequestParam MultipartFile file, Model model) throws IOException {
        NotedRecord record = find(scope, subject);
        byte[] content = file.getSize() > Attachments.LARGEST ? new byte[Attachments.LARGEST + 1] : file.getBytes();
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        return answer(scope, record, attachments.add(scope, key, record, name, content), model);
    }

    /** Always as a download under a plain type: a browser must not run what somebody uploaded. */
    @GetMapping("/records/{subject}/attachments/{attachment}")
    ResponseEntity<byte[]> download(Scope scope, @PathVariable UUID subject, @PathVariable UUID attachment) {
        var stored = attachments.find(scope, subject, attachment).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Download.of(stored.content(), stored.name(), stored.mediaType());
    }

    private String answer(Scope scope, NotedRecord record, Performed performed, Model model) {
        List<Reason> reasons = switch (performed) {
            case Performed.Done _, Performed.Overtaken _ -> List.of();
            case Performed.Refused(var why) -> why;
        };
        if (reasons.isEmpty()) {
            return "redirect:" + Noting.address(record.subject());
        }
        model.addAttribute("view", pages.view(scope, record));
        model.addAttribute("reasons", reasons);
        return "record/record";
    }

    private NotedRecord find(Scope scope, UUID subject) {
        NotedRecord record = records.find(scope, subject).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!Authority.mayCorrect(scope.post(), organisations.answering(scope, record.content().unit()), organisations.asOf(scope))) {
            throw new NotHeld(scope.post().post());
        }
        return record;
    }
}
