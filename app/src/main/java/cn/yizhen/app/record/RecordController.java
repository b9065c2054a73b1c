package cn.yizhen.app.record;

import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.document.Word;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.app.record.model.NotedRecord;
import cn.yizhen.app.record.model.RecordContent;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A record, its page to print, and the records of one's own units or those found by their words. */
@Controller
class RecordController {

    private final Records records;
    private final RecordSearch search;
    private final RecordPages pages;
    private final Organisations organisations;
    private final Catalogues catalogues;

    RecordController(Records records, RecordSearch search, RecordPages pages, Organisations organisations, Catalogues catalogues) {
        this.records = records;
        this.search = search;
        this.pages = pages;
        this.organisations = organisations;
        this.catalogues = catalogues;
    }

    @GetMapping("/records")
    String list(Scope scope, @RequestParam(defaultValue = "") String find, Model model) {
        var posts = scope.posts().stream().collect(Collectors.groupingBy(HeldPost::unit, Collectors.counting()));
        model.addAttribute("houses", scope.posts().stream()
                .map(post -> new RecordList.House(post.post(), posts.get(post.unit()) > 1 ? post.label() : post.unitName())).toList());
        model.addAttribute("find", find.strip());
        model.addAttribute("most", RecordSearch.MOST);
        model.addAttribute("lines", lines(scope, find));
        return "record/records";
    }

    /** Records of one's own units and their predecessors, or those found. */
    List<RecordList.Line> lines(Scope scope, String find) {
        Organisation organisation = organisations.asOf(scope);
        return (find.isBlank() ? records.ofUnits(scope, units(scope, organisation)) : search.of(scope, find)).stream()
                .map(record -> new RecordList.Line(record, catalogues.kind(scope, record.content().kind()).title(),
                        unit(scope, organisation, record.content())))
                .toList();
    }

    private Set<UnitId> units(Scope scope, Organisation organisation) {
        Set<UnitId> units = new LinkedHashSet<>();
        scope.posts().forEach(post -> {
            units.add(post.unit());
            organisation.children(post.unit()).stream()
                    .filter(child -> Authority.atHome(post.unit(), child.id(), organisation))
                    .map(Unit::id).forEach(units::add);
        });
        List.copyOf(units).forEach(unit -> units.addAll(organisations.formerly(scope, unit)));
        return units;
    }

    /** By today's name; by that of its own day where the unit is gone, which costs an organisation of that day. */
    private String unit(Scope scope, Organisation today, RecordContent content) {
        return today.unit(content.unit()).or(() -> organisations.asOf(scope, AsOf.on(content.day())).unit(content.unit())).map(Unit::shortName).orElse("");
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
