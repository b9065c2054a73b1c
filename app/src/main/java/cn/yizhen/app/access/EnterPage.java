package cn.yizhen.app.access;

import cn.yizhen.app.host.HostSettings;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Using a slip: the code, a password of one's own, and this browser is remembered. */
@Controller
class EnterPage {

    /** All slips share one counter per sender, since a guess names no account. */
    private static final String GUESSES = "slip:";

    private final Slips slips;
    private final SignIn signIn;
    private final RememberedBrowsers browsers;
    private final LoginAttempts attempts;
    private final AuditNotes audit;
    private final HostSettings settings;

    EnterPage(Slips slips, SignIn signIn, RememberedBrowsers browsers, LoginAttempts attempts,
            AuditNotes audit, HostSettings settings) {
        this.slips = slips;
        this.signIn = signIn;
        this.browsers = browsers;
        this.attempts = attempts;
        this.audit = audit;
        this.settings = settings;
    }

    @GetMapping("/enter")
    String show(Model model) {
        return page(model, "", List.of());
    }

    @PostMapping("/enter")
    String redeem(
            @RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "") String password,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        var sender = GUESSES + request.getRemoteAddr();
        if (attempts.tooMany(sender)) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            return page(model, code, List.of(Reason.of("too-many", "尝试次数过多。", "请 " + attempts.minutesLeft(sender) + " 分钟后再试。")));
        }
        var key = browsers.freshKey();
        return switch (slips.redeem(settings.county(), code, password, (writing, account) -> browsers.remember(writing, account, key))) {
            case Outcome.Refused<SignedIn>(var reasons) -> {
                audit.failed(null, "slip");
                if (attempts.failed(sender)) {
                    audit.locked(null);
                }
                yield page(model, code, reasons);
            }
            case Outcome.Done<SignedIn>(var account) -> {
                attempts.clear(sender);
                RememberedBrowsers.handOver(key, response, request.isSecure());
                yield "redirect:" + signIn.in(account, request, response);
            }
        };
    }

    private static String page(Model model, String code, List<Reason> reasons) {
        model.addAttribute("code", code);
        model.addAttribute("reasons", reasons);
        return "access/enter";
    }
}
