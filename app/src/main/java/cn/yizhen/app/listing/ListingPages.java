package cn.yizhen.app.listing;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.ScopeInRequests;
import cn.yizhen.app.access.Scopes;
import cn.yizhen.app.access.TakesOut;
import cn.yizhen.app.document.Excel;
import cn.yizhen.app.web.Download;
import cn.yizhen.app.web.Modules;
import cn.yizhen.rules.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Hands out the lists of all modules as workbooks. The act names the post; the rows are those of the page, over all posts held. */
@Controller
class ListingPages {

    private final Map<String, Listing> listings;
    private final Acts acts;
    private final Scopes scopes;
    private final Modules modules;

    ListingPages(List<Listing> listings, Acts acts, Scopes scopes, Modules modules) {
        this.listings = listings.stream().collect(Collectors.toMap(Listing::name, Function.identity()));
        this.acts = acts;
        this.scopes = scopes;
        this.modules = modules;
    }

    @TakesOut
    @PostMapping("/posts/{post}/lists/{what}")
    ResponseEntity<byte[]> take(Scope scope, @PathVariable String what, @RequestParam UUID key, @RequestParam Map<String, String> asked, HttpServletRequest request) {
        var listing = listings.get(what);
        if (listing == null || !modules.uses(listing.getClass())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var list = listing.of(ScopeInRequests.current(scopes, request).orElseThrow(), asked);
        var act = new Act(key, "list.exported", scope.post().post(), null, null, Map.of("list", what, "file", list.title()));
        if (!(acts.perform(scope, act, _ -> Outcome.done("/")) instanceof Performed.Done)) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        return Download.of(Excel.write(list.document()), list.title() + ".xlsx", Excel.MEDIA_TYPE);
    }
}
