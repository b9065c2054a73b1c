package cn.yizhen.app.overview;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.TakesOut;
import cn.yizhen.app.document.Document;
import cn.yizhen.app.document.Excel;
import cn.yizhen.rules.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What leaves the platform as a workbook leaves as an act: who took what, under which post, at which points in time. */
@Controller
@RequestMapping("/posts/{post}/standing")
class OverviewExports {

    private final Asking asking;
    private final Overviews overviews;
    private final LeaderListing lists;
    private final Acts acts;

    OverviewExports(Asking asking, Overviews overviews, LeaderListing lists, Acts acts) {
        this.asking = asking;
        this.overviews = overviews;
        this.lists = lists;
        this.acts = acts;
    }

    @TakesOut
    @PostMapping("/export")
    ResponseEntity<byte[]> all(Scope scope, Asking.Words words, @RequestParam UUID key) {
        return export(scope, words, key, "", asked -> OverviewWorkbook.of(asked, overviews.of(scope, asked), lists.of(scope, asked)));
    }

    @TakesOut
    @PostMapping("/duties/{duty}/export")
    ResponseEntity<byte[]> duty(Scope scope, @PathVariable String duty, Asking.Words words, @RequestParam UUID key) {
        return export(scope, words, key, duty, asked -> overviews.of(scope, asked, duty).map(view -> OverviewWorkbook.of(asked, view))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private ResponseEntity<byte[]> export(Scope scope, Asking.Words words, UUID key, String duty, Function<Asked, Document> document) {
        if (!(asking.read(scope, words) instanceof Outcome.Done<Asked>(var asked))) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        Document made = document.apply(asked);
        var act = new Act(key, "standing.exported", scope.post().post(), null, null, Map.of("duty", duty, "unit", asked.unit().id().toString(),
                "on", asked.asOf().on().toString(), "known", asked.known(), "span", Spans.text(asked.span())));
        if (!(acts.perform(scope, act, _ -> Outcome.done("/standing")) instanceof Performed.Done)) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(Excel.MEDIA_TYPE))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                        .filename(made.title() + "（截至" + asked.asOf().on() + "）.xlsx", StandardCharsets.UTF_8).build().toString())
                .body(Excel.write(made));
    }
}
