package cn.yizhen.app.access.provider;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.ReadsPersonalData;
import cn.yizhen.app.access.Scope;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The security administrator's page of identities: what the directory proposes, what is confirmed, ending it. */
@Controller
public class IdentityPages {

    /** A proposed change as the page shows it. */
    public record Line(String id, String change, String subject, String who) {}

    /** A confirmed identity. */
    public record Known(String id, String subject, String issuer, String login) {}

    /** What a file would change. */
    public record Shown(String file, String digest, List<Line> changes, List<Line> endings, List<String> questions, int unchanged) {}

    private final Directory directory;
    private final Identities identities;
    private final ProviderSettings settings;
    private final Ids ids;

    IdentityPages(Directory directory, Identities identities, ProviderSettings settings, Ids ids) {
        this.directory = directory;
        this.identities = identities;
        this.settings = settings;
        this.ids = ids;
    }

    @GetMapping("/identities")
    @ReadsPersonalData("统一认证目录")
    String list(Scope scope, @RequestParam(defaultValue = "") String file, Model model) {
        return page(scope, file, model, List.of());
    }

    @PostMapping("/identities")
    String confirm(
            Scope scope, @RequestParam UUID key, @RequestParam(defaultValue = "") String file, @RequestParam(defaultValue = "") String digest,
            @RequestParam(required = false) @Nullable Set<String> change, Model model, RedirectAttributes once) {
        require(scope);
        return switch (directory.confirm(scope, key, file, digest, change == null ? Set.of() : change)) {
            case Outcome.Refused<Integer>(var reasons) -> page(scope, file, model, reasons);
            case Outcome.Done<Integer>(var number) -> {
                once.addFlashAttribute("done", "已确认 " + number + " 项。");
                yield "redirect:/identities";
            }
        };
    }

    @PostMapping("/identities/{identity}/end")
    String end(Scope scope, @PathVariable String identity, @RequestParam UUID key) {
        require(scope);
        var found = identities.all(scope).stream().filter(one -> Directory.id(one.issuer(), one.subject()).equals(identity)).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        identities.unlink(scope, key, found);
        return "redirect:/identities";
    }

    private String page(Scope scope, String file, Model model, List<Reason> before) {
        require(scope);
        var reasons = before;
        Shown shown = null;
        if (!file.isEmpty()) {
            switch (directory.plan(scope, file)) {
                case Outcome.Refused<Directory.Plan>(var refused) -> reasons = refused;
                case Outcome.Done<Directory.Plan>(var plan) -> shown = shown(file, plan);
            }
        }
        model.addAttribute("configured", settings.configured());
        model.addAttribute("issuer", settings.issuer());
        model.addAttribute("folder", settings.directory() != null);
        model.addAttribute("files", directory.files());
        model.addAttribute("shown", shown);
        model.addAttribute("known", identities.all(scope).stream()
                .map(one -> new Known(Directory.id(one.issuer(), one.subject()), one.subject(), one.issuer(), one.login())).toList());
        model.addAttribute("reasons", reasons);
        model.addAttribute("done", model.getAttribute("done") instanceof String said ? said : "");
        model.addAttribute("keys", ids);
        return "access/identities";
    }

    private static Shown shown(String file, Directory.Plan plan) {
        return new Shown(file, plan.digest(),
                plan.proposals().stream().map(one -> new Line(one.id(), one.change().chinese, one.subject(), one.who())).toList(),
                plan.gone().stream().map(one -> new Line(Directory.id(one.issuer(), one.subject()), "目录里已没有", one.subject(), "账号 " + one.login())).toList(),
                plan.questions().stream().map(one -> one.place() + "：" + one.text()).toList(), plan.unchanged());
    }

    private static void require(Scope scope) {
        if (!scope.has(Permission.SECURITY)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
