package cn.yizhen.app.upward;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.TakesOut;
import cn.yizhen.app.web.Download;
import cn.yizhen.app.web.NavEntry;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.calendar.Cadence;
import cn.yizhen.rules.calendar.Period;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 上报 for the office that signs: what would be said, the difference, signing, the daily packages. */
@Controller
public class UpwardPages {

    /** This quarter and the three before it. */
    private static final int QUARTERS = 4;

    private final Returns returns;
    private final Dispatches dispatches;
    private final Acts acts;
    private final Ids ids;

    UpwardPages(Returns returns, Dispatches dispatches, Acts acts, Ids ids) {
        this.returns = returns;
        this.dispatches = dispatches;
        this.acts = acts;
        this.ids = ids;
    }

    @Bean
    static NavEntry returnsEntry() {
        return new NavEntry("上报", "/returns", 47, Permission.SUPERVISE.name());
    }

    /**
     * The list of quarters.
     *
     * @param last the newest return of it, null for none
     */
    public record Quarter(Period period, @Nullable IssuedReturn last, String by) {}

    /** A daily word with its package, as the page shows it. */
    public record Word(UUID id, LocalDate day, int number, int returns, String file, String digest, String delivered) {}

    @GetMapping("/returns")
    String list(Scope scope, Model model) {
        HeldPost post = post(scope);
        var signed = returns.signed(scope);
        model.addAttribute("quarters", quarters(scope.asOf().on()).stream().map(period -> signed.stream().filter(one -> one.issued().period().equals(period)).findFirst()
                .map(one -> new Quarter(period, one.issued(), one.by())).orElse(new Quarter(period, null, ""))).toList());
        model.addAttribute("words", dispatches.sent(scope).stream().map(one -> new Word(one.dispatch().id(), one.dispatch().day(), one.dispatch().number(),
                one.dispatch().returns().size(), one.file(), one.digest(), one.delivered())).toList());
        model.addAttribute("reasons", dispatches.faults());
        model.addAttribute("itself", dispatches.leavesByItself());
        model.addAttribute("folder", dispatches.hasFolder());
        model.addAttribute("post", post.post().toString());
        model.addAttribute("key", ids.next());
        return "upward/list";
    }

    @GetMapping("/returns/{quarter}")
    String quarter(Scope scope, @PathVariable String quarter, Model model) {
        return page(scope, returns.preview(scope, read(quarter)), List.of(), "", false, model);
    }

    @GetMapping("/returns/{quarter}/issued/{number}")
    String issued(Scope scope, @PathVariable String quarter, @PathVariable int number, Model model) {
        post(scope);
        var found = returns.signed(scope).stream().filter(one -> one.issued().number() == number && one.issued().period().equals(read(quarter))).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("signed", found);
        model.addAttribute("sheet", Sheet.of(returns.whole(scope, found.issued().id()).orElseThrow().rows()));
        return "upward/issued";
    }

    @PostMapping("/posts/{post}/returns/{quarter}/issue")
    String issue(Scope scope, @PathVariable String quarter, @RequestParam UUID key, @RequestParam(required = false) @Nullable UUID base,
            @RequestParam String on, @RequestParam long known, @RequestParam(defaultValue = "") String reason, Model model) {
        Period period = read(quarter);
        var point = new AsOf(day(on), Math.max(0, known));
        return switch (returns.issue(scope, key, period, point, base, reason)) {
            case Performed.Done done -> "redirect:" + done.result();
            case Performed.Refused(var reasons) -> page(scope, returns.preview(scope, period), reasons, reason, false, model);
            case Performed.Overtaken _ -> page(scope, returns.preview(scope, period), List.of(), reason, true, model);
        };
    }

    @PostMapping("/posts/{post}/returns/dispatch")
    String dispatch(Scope scope, @RequestParam UUID key) {
        post(scope);
        dispatches.send(scope, key);
        dispatches.deliver(scope);
        return "redirect:/returns";
    }

    /** Whoever carries a package out by hand does so as an act. */
    @TakesOut
    @PostMapping("/posts/{post}/returns/packages/{package}")
    ResponseEntity<byte[]> download(Scope scope, @PathVariable("package") UUID dispatch, @RequestParam UUID key) {
        post(scope);
        var sent = dispatches.sent(scope).stream().filter(one -> one.dispatch().id().equals(dispatch) && !one.file().isEmpty()).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var content = dispatches.content(scope, dispatch).orElseThrow();
        acts.perform(scope, new Act(key, "upward.downloaded", scope.post().post(), null, null, Map.of("package", sent.file())), _ -> Outcome.done("/returns"));
        return Download.of(content, sent.file(), "application/zip");
    }

    private String page(Scope scope, Returns.Preview preview, List<Reason> reasons, String reason, boolean overtaken, Model model) {
        model.addAttribute("preview", preview);
        model.addAttribute("sheet", Sheet.of(preview.rows()));
        model.addAttribute("reasons", reasons);
        model.addAttribute("reason", reason);
        model.addAttribute("overtaken", overtaken);
        model.addAttribute("post", post(scope).post().toString());
        model.addAttribute("key", ids.next());
        return "upward/quarter";
    }

    private static List<Period> quarters(LocalDate today) {
        return java.util.stream.Stream.iterate(Cadence.QUARTER.containing(today), period -> Cadence.QUARTER.containing(period.from().minusDays(1)))
                .limit(QUARTERS).toList();
    }

    /** The post the office acts under; without one there are no returns here. */
    private static HeldPost post(Scope scope) {
        return scope.posts().stream().filter(post -> post.permissions().contains(Permission.SUPERVISE)).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    static Period read(String quarter) {
        return Cadence.QUARTER.containing(day(quarter));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
