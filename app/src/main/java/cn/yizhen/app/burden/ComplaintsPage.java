package cn.yizhen.app.burden;

import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.web.NavEntry;
import cn.yizhen.rules.Reason;
import java.util.List;
import java.util.UUID;
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

/** What the desk reads and answers. */
@Controller
class ComplaintsPage {

    private final DirectLine directLine;
    private final Ids ids;

    ComplaintsPage(DirectLine directLine, Ids ids) {
        this.directLine = directLine;
        this.ids = ids;
    }

    @Bean
    static NavEntry complaintsEntry() {
        return new NavEntry("直通车来件", "/complaints", 70, Permission.READ_COMPLAINTS.name());
    }

    @GetMapping("/complaints")
    String list(Scope scope, Model model) {
        return page(scope, model, List.of());
    }

    @PostMapping("/posts/{post}/complaints/{complaint}/answer")
    String answer(
            Scope scope, @PathVariable UUID complaint, @RequestParam UUID key, @RequestParam(required = false) @Nullable UUID basedOn,
            @RequestParam(defaultValue = "") String answer, Model model) {
        requireMay(scope);
        return switch (directLine.answer(scope, key, complaint, basedOn, answer)) {
            case Performed.Done done -> "redirect:" + done.result();
            case Performed.Refused refused -> page(scope, model, refused.reasons());
            case Performed.Overtaken overtaken -> page(scope, model, List.of(Reason.of("overtaken",
                    "这一件刚刚有人答复过，下面是最新的答复；您写的是：「" + answer + "」", "如仍要改，请在最新答复上再改。")));
        };
    }

    private String page(Scope scope, Model model, List<Reason> reasons) {
        requireMay(scope);
        model.addAttribute("complaints", directLine.forDesk(scope));
        model.addAttribute("post", scope.posts().stream().filter(ComplaintsPage::may).map(HeldPost::post).findFirst().orElseThrow());
        model.addAttribute("keys", ids);
        model.addAttribute("reasons", reasons);
        return "burden/complaints";
    }

    private static boolean may(HeldPost post) {
        return post.permissions().contains(Permission.READ_COMPLAINTS) || post.permissions().contains(Permission.SECOND_COMPLAINTS);
    }

    private static void requireMay(Scope scope) {
        if (scope.posts().stream().noneMatch(ComplaintsPage::may)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
