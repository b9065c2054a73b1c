package cn.yizhen.app.overview.charges;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.TakesOut;
import cn.yizhen.app.document.Document;
import cn.yizhen.app.document.Excel;
import cn.yizhen.app.document.Word;
import cn.yizhen.app.web.Download;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The tables of 分工一表通 and the list of a handover as Word and Excel. */
@Controller
class ResponsibilityFiles {

    private final ResponsibilityTables tables;
    private final Handovers handovers;

    ResponsibilityFiles(ResponsibilityTables tables, Handovers handovers) {
        this.tables = tables;
        this.handovers = handovers;
    }

    @TakesOut("分工表")
    @GetMapping("/responsibilities/posts/{at}/table.{type}")
    ResponseEntity<byte[]> fileOfPost(Scope scope, @PathVariable UUID at, @PathVariable String type,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on, @RequestParam(required = false) @Nullable Long known) {
        return file(tables.of(scope, new PostId(at), PointsAsked.point(scope, on, known)).map(TableDocument::of), type);
    }

    @TakesOut("分工表")
    @GetMapping("/responsibilities/units/{unit}/table.{type}")
    ResponseEntity<byte[]> fileOfUnit(Scope scope, @PathVariable UUID unit, @PathVariable String type,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on, @RequestParam(required = false) @Nullable Long known) {
        return file(tables.of(scope, new UnitId(unit), PointsAsked.point(scope, on, known)).map(TableDocument::of), type);
    }

    @TakesOut("交接清单")
    @GetMapping("/responsibilities/posts/{at}/handover.docx")
    ResponseEntity<byte[]> handoverFile(Scope scope, @PathVariable UUID at, @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on) {
        return file(handovers.of(scope, new PostId(at), PointsAsked.point(scope, on, null)).map(TableDocument::of), "docx");
    }

    private static ResponseEntity<byte[]> file(Optional<Document> document, String type) {
        var found = document.filter(_ -> type.equals("docx") || type.equals("xlsx")).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        boolean word = type.equals("docx");
        return Download.of(word ? Word.write(found) : Excel.write(found), found.title() + "." + type, word ? Word.MEDIA_TYPE : Excel.MEDIA_TYPE);
    }
}
