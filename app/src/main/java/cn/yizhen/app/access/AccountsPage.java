package cn.yizhen.app.access;

import cn.yizhen.app.web.NavEntry;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The security administrator's page: opens the accounts that no post gives (system, audit, the keeper of
 * the organisation), closes accounts and opens them again. Everyone else gets a slip for a post.
 */
@Controller
public class AccountsPage {

    static final List<Permission> OFFERED = List.of(
            Permission.SYSTEM, Permission.SECURITY, Permission.AUDIT, Permission.KEEP_ORGANISATION, Permission.KEEP_INSTITUTIONS);

    /**
     * One account on the page.
     *
     * @param closed  whether it may not enter any more
     * @param hasCode whether a one-time code is set up
     * @param own     whether it is the asker's, who cannot close it
     */
    public record Line(SignedIn account, boolean closed, boolean hasCode, boolean own) {}

    private final Accounts accounts;
    private final OpenSessions sessions;
    private final Acts acts;
    private final Ids ids;

    AccountsPage(Accounts accounts, OpenSessions sessions, Acts acts, Ids ids) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.acts = acts;
        this.ids = ids;
    }

    @Bean
    static NavEntry accountsEntry() {
        return new NavEntry("账号", "/accounts", 90, Permission.SECURITY.name());
    }

    @GetMapping("/accounts")
    String list(Scope scope, @RequestParam(defaultValue = "") String find, Model model) {
        model.addAttribute("find", find.strip());
        return page(scope, model, List.of(), "");
    }

    @PostMapping("/accounts")
    String open(
            Scope scope, @RequestParam UUID key, @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password, @RequestParam(required = false) @Nullable Permission role, Model model) {
        requireSecurity(scope);
        var reasons = reasons(scope, login.strip(), password, role);
        if (!reasons.isEmpty()) {
            return page(scope, model, reasons, login);
        }
        acts.perform(scope, Act.create(key, "account.opened", null, ids.next(), Map.of("login", login.strip(), "role", role.name())),
                writing -> {
                    var account = accounts.add(writing, login.strip(), null, Set.of(role));
                    accounts.setPassword(writing, account, password);
                    return Outcome.done("/accounts");
                });
        return "redirect:/accounts";
    }

    /** Closes the account and ends its sessions, or opens it again. */
    @PostMapping("/accounts/{account}/closing")
    String close(Scope scope, @PathVariable UUID account, @RequestParam UUID key, @RequestParam boolean closed, Model model) {
        requireSecurity(scope);
        var found = accounts.find(scope.county(), account).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (account.equals(scope.account())) {
            return page(scope, model, List.of(Reason.of("own-account", "不能停用自己正在使用的账号。", "请由另一名安全管理员办理。")), "");
        }
        acts.perform(scope, new Act(key, closed ? "account.closed" : "account.reopened", null, null, null, Map.of("login", found.login())), writing -> {
            accounts.close(writing, account, closed);
            return Outcome.done("/accounts");
        });
        if (closed) {
            sessions.endAll(account);
        }
        return "redirect:/accounts?find=" + URLEncoder.encode(found.login(), StandardCharsets.UTF_8);
    }

    private List<Reason> reasons(Scope scope, String login, String password, @Nullable Permission role) {
        var reasons = new ArrayList<Reason>();
        if (login.isEmpty()) {
            reasons.add(Reason.of("login-missing", "没有填用户名。", "请填一个用户名。"));
        } else if (login.length() > 40) {
            reasons.add(Reason.of("login-long", "用户名超过 40 个字。", "请换一个短一些的。"));
        } else if (accounts.find(scope.county(), login).isPresent()) {
            reasons.add(Reason.of("login-taken", "用户名「" + login + "」已有人用。", "请换一个。"));
        }
        if (role == null || !OFFERED.contains(role)) {
            reasons.add(Reason.of("role-missing", "没有选管理职责。", "请选一项；一个账号只担一项。"));
        }
        Passwords.check(password).ifPresent(reasons::add);
        return reasons;
    }

    private String page(Scope scope, Model model, List<Reason> reasons, String login) {
        requireSecurity(scope);
        var wanted = model.getAttribute("find") instanceof String words ? words : "";
        var closed = accounts.closed(scope);
        var withCode = accounts.withCode(scope);
        var found = wanted.isEmpty() ? Stream.<SignedIn>empty() : accounts.find(scope.county(), wanted).stream();
        model.addAttribute("find", wanted);
        model.addAttribute("found", found.map(one -> line(scope, one, closed, withCode)).toList());
        model.addAttribute("accounts", accounts.administrators(scope).stream().map(one -> line(scope, one, closed, withCode)).toList());
        model.addAttribute("offered", OFFERED);
        model.addAttribute("reasons", reasons);
        model.addAttribute("login", login);
        model.addAttribute("keys", ids);
        return "access/accounts";
    }

    private static Line line(Scope scope, SignedIn account, Set<UUID> closed, Set<UUID> withCode) {
        return new Line(account, closed.contains(account.account()), withCode.contains(account.account()), account.account().equals(scope.account()));
    }

    private static void requireSecurity(Scope scope) {
        if (!scope.has(Permission.SECURITY)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
