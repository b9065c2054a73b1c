package cn.yizhen.app.access;

import cn.yizhen.app.web.NavEntry;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The security administrator's page: opens the accounts that no post gives (system, audit, the keeper of
 * the organisation). Everyone else gets a slip for a post.
 */
@Controller
class AccountsPage {

    static final List<Permission> OFFERED = List.of(
            Permission.SYSTEM, Permission.AUDIT, Permission.KEEP_ORGANISATION, Permission.KEEP_INSTITUTIONS);

    private final Accounts accounts;
    private final Acts acts;
    private final Ids ids;

    AccountsPage(Accounts accounts, Acts acts, Ids ids) {
        this.accounts = accounts;
        this.acts = acts;
        this.ids = ids;
    }

    @Bean
    static NavEntry accountsEntry() {
        return new NavEntry("账号", "/accounts", 90, Permission.SECURITY.name());
    }

    @GetMapping("/accounts")
    String list(Scope scope, Model model) {
        return page(scope, model, List.of(), "");
    }

    @PostMapping("/accounts")
    String open(
            Scope scope, @RequestParam UUID key, @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password, @RequestParam(required = false) Permission role, Model model) {
        requireSecurity(scope);
        var reasons = reasons(scope, login.strip(), password, role);
        if (!reasons.isEmpty()) {
            return page(scope, model, reasons, login);
        }
        acts.perform(scope, Act.create(key, "account.opened", null, ids.next(), Map.of("login", login, "role", role.name())),
                writing -> {
                    var account = accounts.add(writing, login.strip(), null, Set.of(role));
                    accounts.setPassword(writing.sql(), scope.county(), account, password);
                    return Outcome.done("/accounts");
                });
        return "redirect:/accounts";
    }

    private List<Reason> reasons(Scope scope, String login, String password, Permission role) {
        var reasons = new ArrayList<Reason>();
        if (login.isEmpty()) {
            reasons.add(Reason.of("login-missing", "没有填用户名。", "请填一个用户名。"));
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
        model.addAttribute("accounts", accounts.administrators(scope));
        model.addAttribute("offered", OFFERED);
        model.addAttribute("reasons", reasons);
        model.addAttribute("login", login);
        model.addAttribute("key", ids.next());
        return "access/accounts";
    }

    private static void requireSecurity(Scope scope) {
        if (!scope.has(Permission.SECURITY)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
