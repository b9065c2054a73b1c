package cn.yizhen.app.record;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.document.Word;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.app.record.model.NotedRecord;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** A record, its page to print, and the records of one's own units. */
@Controller
class RecordController {

    private final Records records;
    private final RecordPages pages;
    private final Organisations organisations;
    private final Catalogues catalogues;

    RecordController(Records records, RecordPages pages, Organisations organisations, Catalogues catalogues) {
        this.records = records;
        this.pages = pages;
        this.organisations = organisations;
        this.catalogues = catalogues;
    }

    @GetMapping("/records")
    String list(Scope scope, Model model) {
        Organisation organisation = organisations.asOf(scope);
        Set<UnitId> units = new LinkedHashSet<>();
        scope.posts().forEach(post -> {
            units.add(post.unit());
            organisation.children(post.unit()).stream()
                    .filter(child -> Authority.atHome(post.unit(), child.id(), organisation))
                    .map(Unit::id).forEach(units::add);
        });
        List.copyOf(units).forEach(unit -> units.addAll(organisations.formerly(scope, unit)));
        model.addAttribute("houses", scope.posts().stream()
                .map(post -> new RecordList.House(post.post(), post.unitName())).toList());
        model.addAttribute("lines", records.ofUnits(scope, units).stream()
                .map(record -> new RecordList.Line(record, catalogues.kind(scope, record.content().kind()).title(),
                        organisations.asOf(scope, AsOf.on(record.content().day())).unit(record.content().unit()).map(Unit::shortName).orElse("")))
                .toList());
        return "record/records";
    }

    @GetMapping("/records/{subject}")
    String show(Scope scope, @PathVariable UUID subject, Model model) {
        model.addAttribute("view", pages.view(scope, find(scope, subject)));
        return "record/record";
    }

    @GetMapping("/records/{subject}/page.docx")
    ResponseEntity<byte[]> word(Scope scope, @PathVariable UUID subject) {
        RecordView view = pages.view(scope, find(scope, subject));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(Word.MEDIA_TYPE))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                        .filename("记录页 " + view.number() + ".docx", StandardCharsets.UTF_8).build().toString())
                .body(Word.write(RecordSheet.of(view)));
    }

    private NotedRecord find(Scope scope, UUID subject) {
        return records.find(scope, subject).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
