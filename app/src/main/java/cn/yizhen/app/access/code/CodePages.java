package cn.yizhen.app.access.code;

import cn.yizhen.app.access.Accounts;
import cn.yizhen.app.access.AuditNotes;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.LoginAttempts;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.QrCode;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.SignedIn;
import cn.yizhen.app.host.HostSettings;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Giving a one-time code, setting one up, its recovery codes, and taking one away after a lost phone. */
@Controller
class CodePages {

    private static final String SETTING_UP = CodePages.class.getName() + ".fresh";

    private final Codes codes;
    private final CodeGate gate;
    private final Accounts accounts;
    private final LoginAttempts attempts;
    private final AuditNotes audit;
    private final HostSettings settings;
    private final Ids ids;
    private final Clock clock;

    CodePages(Codes codes, CodeGate gate, Accounts accounts, LoginAttempts attempts, AuditNotes audit, HostSettings settings, Ids ids, Clock clock) {
        this.codes = codes;
        this.gate = gate;
        this.accounts = accounts;
        this.attempts = attempts;
        this.audit = audit;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    @GetMapping("/code")
    String ask(Scope scope, Model model) {
        return codes.has(scope.county(), scope.account()) ? asking(model, List.of()) : "redirect:/code/setup";
    }

    @PostMapping("/code")
    String give(Scope scope, @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response, Model model) {
        var who = account(scope);
        var name = LoginAttempts.codesOf(who.login());
        if (attempts.tooMany(name)) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            return asking(model, List.of(Reason.of("too-many", "输错的次数过多。", "请 " + attempts.minutesLeft(name) + " 分钟后再试。")));
        }
        return switch (codes.answer(scope.county(), scope.account(), code)) {
            case RIGHT -> {
                attempts.clear(name);
                request.changeSessionId();
                yield "redirect:" + goOn(request.getSession());
            }
            case USED_BEFORE -> refused(who, name, model,
                    Reason.of("code-used", "这个口令已经用过。", "请等手机上显示下一个口令（最多 1 分钟）再输入。"));
            case WRONG -> refused(who, name, model,
                    Reason.of("code-wrong", "口令不对。", "请输入手机上现在显示的 6 位数字；手机不在身边的，输入一个恢复码。"));
        };
    }

    /** What is shown instead of taking a form that needs a code first. */
    @RequestMapping("/code/needed")
    String needed(Scope scope, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        model.addAttribute("has", codes.has(scope.county(), scope.account()));
        return "access/code-needed";
    }

    @GetMapping("/code/setup")
    String setUp(Scope scope, HttpSession session, HttpServletResponse response, Model model) {
        if (replacesUnproved(scope, session)) {
            session.setAttribute(CodeGate.TO, "/code/setup");
            return "redirect:/code";
        }
        return settingUp(scope, session, response, model, List.of());
    }

    @PostMapping("/code/setup")
    String set(
            Scope scope, @RequestParam UUID key, @RequestParam(defaultValue = "") String code, HttpSession session, HttpServletResponse response,
            Model model, RedirectAttributes once) {
        if (replacesUnproved(scope, session) || !(session.getAttribute(SETTING_UP) instanceof Fresh fresh)) {
            return "redirect:/code/setup";
        }
        return switch (codes.set(scope, key, fresh.code(), code)) {
            case Outcome.Refused<List<String>>(var reasons) -> settingUp(scope, session, response, model, reasons);
            case Outcome.Done<List<String>>(var recovery) -> {
                session.removeAttribute(SETTING_UP);
                CodeGate.prove(session, clock.instant());
                once.addFlashAttribute("recovery", recovery);
                yield "redirect:/code/recovery";
            }
        };
    }

    /** Shows the recovery codes once; a reload says that they are gone. */
    @GetMapping("/code/recovery")
    String recovery(Scope scope, HttpSession session, HttpServletResponse response, Model model) {
        uncached(response);
        if (!model.containsAttribute("recovery")) {
            model.addAttribute("recovery", List.of());
        }
        model.addAttribute("left", codes.recoveryLeft(scope.county(), scope.account()));
        model.addAttribute("next", session.getAttribute(CodeGate.TO) instanceof String to ? to : "/");
        return "access/code-recovery";
    }

    @PostMapping("/accounts/{account}/code-removal")
    String remove(Scope scope, @PathVariable UUID account, @RequestParam UUID key) {
        if (!scope.has(Permission.SECURITY)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        if (account.equals(scope.account())) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        var found = accounts.find(scope.county(), account).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        codes.remove(scope, key, account, found.login());
        return "redirect:/accounts?find=" + URLEncoder.encode(found.login(), StandardCharsets.UTF_8);
    }

    private String refused(SignedIn who, String name, Model model, Reason reason) {
        audit.failed(who, "code");
        if (attempts.failed(name)) {
            audit.locked(who);
        }
        return asking(model, List.of(reason));
    }

    private String goOn(HttpSession session) {
        CodeGate.prove(session, clock.instant());
        var to = session.getAttribute(CodeGate.TO) instanceof String kept ? kept : "/";
        session.removeAttribute(CodeGate.TO);
        return to;
    }

    /** Whoever has an authenticator proves it before putting another in its place. */
    private boolean replacesUnproved(Scope scope, HttpSession session) {
        return codes.has(scope.county(), scope.account()) && !gate.proved(session);
    }

    private static String asking(Model model, List<Reason> reasons) {
        model.addAttribute("reasons", reasons);
        return "access/code";
    }

    private String settingUp(Scope scope, HttpSession session, HttpServletResponse response, Model model, List<Reason> reasons) {
        uncached(response);
        var fresh = session.getAttribute(SETTING_UP) instanceof Fresh begun ? begun : new Fresh(codes.fresh());
        session.setAttribute(SETTING_UP, fresh);
        var address = address(account(scope).login(), fresh.code());
        model.addAttribute("has", codes.has(scope.county(), scope.account()));
        model.addAttribute("required", CodeGate.needs(scope));
        model.addAttribute("demo", settings.demo());
        model.addAttribute("secret", Base32.of(fresh.code().secret()).replaceAll("(.{4})(?!$)", "$1 "));
        model.addAttribute("mac", fresh.code().mac().name());
        model.addAttribute("qr", QrCode.path(address));
        model.addAttribute("qrSize", QrCode.size(address));
        model.addAttribute("reasons", reasons);
        model.addAttribute("key", ids.next());
        return "access/code-setup";
    }

    /** The address an authenticator reads from the picture (the key URI format of otpauth). */
    private String address(String login, OneTimeCode code) {
        var issuer = encoded("一针 " + settings.countyName());
        return "otpauth://totp/" + issuer + ":" + encoded(login) + "?secret=" + Base32.of(code.secret()) + "&issuer=" + issuer
                + "&algorithm=" + code.mac() + "&digits=" + OneTimeCode.DIGITS + "&period=" + OneTimeCode.STEP_SECONDS;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private SignedIn account(Scope scope) {
        return accounts.find(scope.county(), scope.account()).orElseThrow();
    }

    private static void uncached(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    }

    /** Kept in the session until a code of it was typed; sessions live in memory only. */
    private record Fresh(OneTimeCode code) {}
}
