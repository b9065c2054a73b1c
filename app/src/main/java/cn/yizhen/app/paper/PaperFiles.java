package cn.yizhen.app.paper;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.document.Excel;
import cn.yizhen.app.document.Word;
import cn.yizhen.app.document.formal.FormalLayout;
import cn.yizhen.app.web.Download;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Papers as files: a draft as it stands, an issued paper as it was. */
@Controller
class PaperFiles {

    private final Papers papers;

    PaperFiles(Papers papers) {
        this.papers = papers;
    }

    /** The draft as a file, as it stands now. */
    @GetMapping("/posts/{post}/papers/{id}/draft.docx")
    ResponseEntity<byte[]> draft(Scope scope, @PathVariable UUID id) {
        var draft = papers.own(scope, id).orElseThrow(PaperFiles::notFound).draft();
        return Download.of(Word.write(FormalLayout.of(draft.formal())), draft.word("title") + ".docx", Word.MEDIA_TYPE);
    }

    /** What was issued, byte for byte. */
    @GetMapping("/papers/{id}/issued.{form:docx|xlsx}")
    ResponseEntity<byte[]> issued(Scope scope, @PathVariable UUID id, @PathVariable String form) {
        var paper = papers.issued(scope, id).orElseThrow(PaperFiles::notFound);
        boolean workbook = form.equals("xlsx");
        var bytes = papers.bytes(scope, id, workbook).orElseThrow(PaperFiles::notFound);
        return Download.of(bytes, paper.number() + " " + paper.title() + "." + form, workbook ? Excel.MEDIA_TYPE : Word.MEDIA_TYPE);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
