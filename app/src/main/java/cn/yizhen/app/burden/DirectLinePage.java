package cn.yizhen.app.burden;

import cn.yizhen.app.host.HostSettings;
import cn.yizhen.app.web.Shell;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The anonymous form. It runs outside any session and is handed nothing about who sends it. */
@Controller
class DirectLinePage {

    private final DirectLine directLine;
    private final HostSettings settings;
    private final HourlyLimit limit;

    DirectLinePage(DirectLine directLine, HostSettings settings, Clock clock) {
        this.directLine = directLine;
        this.settings = settings;
        this.limit = new HourlyLimit(200, clock);
    }

    @GetMapping("/direct-line")
    String show(Model model) {
        return page(model, null, "", false, List.of());
    }

    @PostMapping("/direct-line")
    String send(
            @RequestParam(required = false) Complaint.@Nullable Kind kind, @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "false") boolean ofTheDesk, HttpServletResponse response, Model model) {
        if (!limit.admits()) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            return page(model, kind, about, ofTheDesk,
                    List.of(Reason.of("too-many", "这一小时收到的反映太多。", "请过一小时再发；内容先留在这一页。")));
        }
        return switch (directLine.take(kind, about, ofTheDesk)) {
            case Outcome.Refused<String>(var reasons) -> page(model, kind, about, ofTheDesk, reasons);
            case Outcome.Done<String>(var receipt) -> {
                shell(model);
                model.addAttribute("receipt", receipt);
                yield "burden/direct-line-taken";
            }
        };
    }

    @PostMapping("/direct-line/answer")
    String answer(@RequestParam(defaultValue = "") String receipt, Model model) {
        shell(model);
        model.addAttribute("receipt", receipt);
        model.addAttribute("complaint", directLine.byReceipt(receipt).orElse(null));
        return "burden/direct-line-answer";
    }

    private String page(Model model, Complaint.@Nullable Kind kind, String about, boolean ofTheDesk, List<Reason> reasons) {
        shell(model);
        model.addAttribute("kind", kind);
        model.addAttribute("about", about);
        model.addAttribute("ofTheDesk", ofTheDesk);
        model.addAttribute("reasons", reasons);
        return "burden/direct-line";
    }

    /** A shell with nobody in it, whoever has the page open. */
    private void shell(Model model) {
        model.addAttribute("shell", new Shell(settings.countyName(), settings.demo(), null, List.of(), List.of(), "/direct-line", "", "", new UUID(0, 0)));
    }
}
