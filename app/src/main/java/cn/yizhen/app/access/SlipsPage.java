package cn.yizhen.app.access;

import cn.yizhen.app.web.NavEntry;
import cn.yizhen.rules.organisation.PostId;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where a township prints a slip for a village post, and replaces a lost phone. */
@Controller
class SlipsPage {

    private static final int SHOWN = 60;

    private final Slips slips;
    private final ObjectProvider<SlipHolders> roster;
    private final Ids ids;

    SlipsPage(Slips slips, ObjectProvider<SlipHolders> roster, Ids ids) {
        this.slips = slips;
        this.roster = roster;
        this.ids = ids;
    }

    @Bean
    static NavEntry slipsEntry() {
        return new NavEntry("登录单", "/slips", 80, Permission.ISSUE_SLIPS.name());
    }

    @ReadsPersonalData("登录单名册")
    @GetMapping("/slips")
    String list(Scope scope, @RequestParam(defaultValue = "") String words, Model model) {
        requireMay(scope);
        var holders = roster.getObject().below(scope, words.strip());
        model.addAttribute("words", words);
        model.addAttribute("holders", holders.stream().limit(SHOWN).toList());
        model.addAttribute("more", Math.max(0, holders.size() - SHOWN));
        model.addAttribute("keys", ids);
        return "access/slips";
    }

    @PostMapping("/slips")
    String issue(Scope scope, @RequestParam PostId to, @RequestParam UUID person, @RequestParam UUID key, RedirectAttributes once) {
        requireMay(scope);
        var holder = roster.getObject().below(scope, "").stream()
                .filter(candidate -> candidate.post().equals(to) && candidate.person().value().equals(person)).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var under = scope.posts().stream().filter(post -> post.permissions().contains(Permission.ISSUE_SLIPS))
                .map(HeldPost::post).findFirst().orElse(null);
        slips.issueTo(scope, under, key, holder).ifPresent(issued -> {
            once.addFlashAttribute("issued", issued);
            once.addFlashAttribute("holder", holder);
        });
        return "redirect:/slips/issued";
    }

    /** Shows the code once; a reload says that it is gone. */
    @GetMapping("/slips/issued")
    String issued(Scope scope, Model model) {
        requireMay(scope);
        if (model.getAttribute("issued") instanceof Slips.Issued slip) {
            var address = ServletUriComponentsBuilder.fromCurrentContextPath().path("/enter").build().toUriString();
            model.addAttribute("address", address);
            model.addAttribute("qr", QrCode.path(address + "#" + slip.code()));
            model.addAttribute("qrSize", QrCode.size(address + "#" + slip.code()));
            return "access/slip";
        }
        return "access/slip-gone";
    }

    private static void requireMay(Scope scope) {
        if (!scope.has(Permission.ISSUE_SLIPS) && !scope.has(Permission.SECURITY)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
