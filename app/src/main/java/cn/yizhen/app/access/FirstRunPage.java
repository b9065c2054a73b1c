package cn.yizhen.app.access;

import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Making the first account; gone once there is one. */
@Controller
class FirstRunPage {

    private final FirstRun firstRun;

    FirstRunPage(FirstRun firstRun) {
        this.firstRun = firstRun;
    }

    @GetMapping("/first-run")
    String show(Model model) {
        return page(model, List.of(), "");
    }

    @PostMapping("/first-run")
    String redeem(
            @RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password, Model model) {
        return switch (firstRun.redeem(code, login.strip(), password)) {
            case Outcome.Done<String>(var next) -> "redirect:" + next;
            case Outcome.Refused<String>(var reasons) -> page(model, reasons, login);
        };
    }

    private String page(Model model, List<Reason> reasons, String login) {
        if (!firstRun.open()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("reasons", reasons);
        model.addAttribute("login", login);
        return "access/first-run";
    }
}
