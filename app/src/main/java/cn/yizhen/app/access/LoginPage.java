package cn.yizhen.app.access;

import cn.yizhen.app.host.HostSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** Entering: by password, or in a demonstration by one click. */
@Controller
class LoginPage {

    private final Accounts accounts;
    private final RememberedBrowsers browsers;
    private final SignIn signIn;
    private final HostSettings settings;
    private final ObjectProvider<DemoEntrances> demo;
    private final LoginAttempts attempts;
    private final AuditNotes audit;
    private final List<OtherEntrance> others;

    LoginPage(Accounts accounts, RememberedBrowsers browsers, SignIn signIn, HostSettings settings,
            ObjectProvider<DemoEntrances> demo, LoginAttempts attempts, AuditNotes audit, List<OtherEntrance> others) {
        this.accounts = accounts;
        this.browsers = browsers;
        this.signIn = signIn;
        this.settings = settings;
        this.demo = demo;
        this.attempts = attempts;
        this.audit = audit;
        this.others = List.copyOf(others);
    }

    @GetMapping("/login")
    String show(Model model) {
        return page(model, "", "");
    }

    @PostMapping("/login")
    String enter(
            @RequestParam(name = "login", defaultValue = "") String typed, @RequestParam(defaultValue = "") String password,
            @CookieValue(name = RememberedBrowsers.COOKIE, required = false) @Nullable String browser,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        var login = typed.strip();
        if (attempts.tooMany(login)) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            return page(model, login, "尝试次数过多，请 " + attempts.minutesLeft(login) + " 分钟后再试，或请乡镇（单位）重新发放登录单、请系统管理员解除锁定。");
        }
        var account = accounts.find(settings.county(), login);
        if (account.isEmpty()) {
            accounts.lookInVain(password);
        }
        if (account.isEmpty() || !accounts.passwordMatches(account.get(), password)) {
            failed(login, account.orElse(null));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(model, login, "用户名或密码不对。忘记密码的，请乡镇（单位）重新发放登录单。");
        }
        if (accounts.closed(account.get())) {
            audit.failed(account.get(), "closed");
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(model, login, "这个账号已经停用。需要恢复的，请联系安全管理员。");
        }
        if (browsers.needed(account.get()) && !browsers.knows(account.get(), browser)) {
            audit.failed(account.get(), "browser");
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(model, login, "这台设备还没有登记过。请用登录单上的地址和一次性代码进入；登录单由乡镇（单位）发放。");
        }
        attempts.clear(login);
        return "redirect:" + signIn.in(account.get(), request, response);
    }

    @PostMapping("/demo/enter")
    String stepIn(@RequestParam String login, HttpServletRequest request, HttpServletResponse response) {
        var offered = entrances().stream().anyMatch(entrance -> entrance.login().equals(login));
        if (!offered) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var account = accounts.find(settings.county(), login)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return "redirect:" + signIn.in(account, request, response);
    }

    /** Lets a draft written without network find out, before it is sent, whether a session still stands. */
    @GetMapping("/session")
    @ResponseBody
    Map<String, Object> session(HttpServletRequest request, CsrfToken csrf) {
        return Map.of("signedIn", request.getUserPrincipal() != null, "csrf", csrf.getToken());
    }

    private void failed(String login, @Nullable SignedIn account) {
        audit.failed(account, account == null ? "unknown" : "password");
        if (attempts.failed(login)) {
            audit.locked(account);
        }
    }

    private String page(Model model, String login, String wrong) {
        model.addAttribute("login", login);
        model.addAttribute("wrong", wrong);
        model.addAttribute("others", others);
        model.addAttribute("entrances", entrances());
        return "access/login";
    }

    private List<DemoEntrances.Entrance> entrances() {
        return settings.demo() ? demo.stream().flatMap(source -> source.entrances().stream()).toList() : List.of();
    }
}
