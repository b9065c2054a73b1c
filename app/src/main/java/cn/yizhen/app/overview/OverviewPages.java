package cn.yizhen.app.overview;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.app.web.NavEntry;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.calendar.Days;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 履行情况: lists first, then counts, one duty, the year's picture, and one printed page. */
@Controller
@RequestMapping("/standing")
class OverviewPages {

    private final Asking asking;
    private final Overviews overviews;
    private final LeaderListing lists;
    private final Organisations organisations;
    private final Ids ids;

    OverviewPages(Asking asking, Overviews overviews, LeaderListing lists, Organisations organisations, Ids ids) {
        this.asking = asking;
        this.overviews = overviews;
        this.lists = lists;
        this.organisations = organisations;
        this.ids = ids;
    }

    @Bean
    static NavEntry standingEntry() {
        return NavEntry.forEveryone("履行情况", "/standing", 30);
    }

    @GetMapping
    String standing(Scope scope, Asking.Words words, Model model, HttpServletResponse response) {
        return page(scope, words, model, response, asked -> {
            model.addAttribute("lists", lists.of(scope, asked));
            model.addAttribute("overview", overviews.of(scope, asked));
            return "overview/standing";
        });
    }

    @GetMapping("/duties/{duty}")
    String duty(Scope scope, @PathVariable String duty, Asking.Words words, Model model, HttpServletResponse response) {
        return page(scope, words, model, response, asked -> {
            model.addAttribute("view", overviews.of(scope, asked, duty).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
            return "overview/duty";
        });
    }

    @GetMapping("/year")
    String year(Scope scope, Asking.Words words, Model model, HttpServletResponse response) {
        return page(scope, words, model, response, asked -> {
            model.addAttribute("picture", overviews.year(scope, asked));
            return "overview/year";
        });
    }

    /** One A4 page in large type. */
    @GetMapping("/sheet")
    String sheet(Scope scope, Asking.Words words, Model model, HttpServletResponse response) {
        return page(scope, words, model, response, asked -> {
            model.addAttribute("lists", lists.of(scope, asked));
            model.addAttribute("overview", overviews.of(scope, asked));
            model.addAttribute("day", Days.full(asked.asOf().on()));
            return "overview/sheet";
        });
    }

    /** Fills the model with what is asked about; where it cannot be answered, the reasons stand above the usual page. */
    private String page(
            Scope scope, Asking.Words words, Model model, HttpServletResponse response, Function<Asked, String> fill) {
        return switch (asking.read(scope, words)) {
            case Outcome.Done<Asked>(var asked) -> filled(scope, asked, List.of(), model, fill);
            case Outcome.Refused<Asked>(var reasons) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield asking.read(scope, Asking.Words.USUAL) instanceof Outcome.Done<Asked>(var usual)
                        ? filled(scope, usual, reasons, model, fill)
                        : refused(reasons, model);
            }
        };
    }

    private String filled(Scope scope, Asked asked, List<Reason> reasons, Model model, Function<Asked, String> fill) {
        model.addAttribute("asked", asked);
        model.addAttribute("reasons", reasons);
        model.addAttribute("changes", organisations.changes(scope));
        model.addAttribute("post", scope.posts().isEmpty() ? "" : scope.posts().getFirst().post().toString());
        model.addAttribute("key", ids.next());
        return fill.apply(asked);
    }

    private static String refused(List<Reason> reasons, Model model) {
        model.addAttribute("reasons", reasons);
        return "overview/refused";
    }
}
