package cn.yizhen.app.access;

import cn.yizhen.app.web.NavEntry;
import cn.yizhen.rules.Outcome;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The system administrator's page on the technical state of accounts: names that rest after too many failures, and lifting that. */
@Controller
class LocksPage {

    private final LoginAttempts attempts;
    private final AccessSettings settings;
    private final Acts acts;
    private final Ids ids;

    LocksPage(LoginAttempts attempts, AccessSettings settings, Acts acts, Ids ids) {
        this.attempts = attempts;
        this.settings = settings;
        this.acts = acts;
        this.ids = ids;
    }

    @Bean
    static NavEntry locksEntry() {
        return new NavEntry("登录状态", "/locks", 85, Permission.SYSTEM.name());
    }

    @GetMapping("/locks")
    String list(Scope scope, Model model) {
        require(scope);
        model.addAttribute("locked", attempts.locked());
        model.addAttribute("rules", "连续输错 " + settings.failures() + " 次，停 " + settings.lock().toMinutes() + " 分钟；"
                + settings.idle().toMinutes() + " 分钟不用自动退出，最长 " + settings.absolute().toHours() + " 小时；一个账号最多同时 "
                + settings.sessions() + " 处登录；动态口令验证一次，"
                + settings.codeHolds().toHours() + " 小时内有效。");
        model.addAttribute("keys", ids);
        return "access/locks";
    }

    @PostMapping("/locks/lifted")
    String lift(Scope scope, @RequestParam UUID key, @RequestParam String name) {
        require(scope);
        acts.perform(scope, new Act(key, "login.lifted", null, null, null, Map.of("login", name)), _ -> Outcome.done("/locks"));
        attempts.clear(name);
        return "redirect:/locks";
    }

    private static void require(Scope scope) {
        if (!scope.has(Permission.SYSTEM)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
