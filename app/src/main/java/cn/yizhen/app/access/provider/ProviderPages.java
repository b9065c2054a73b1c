package cn.yizhen.app.access.provider;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The step before the provider, which finds out whether it is there, and the page of a refusal. */
@Controller
class ProviderPages {

    private final Provider provider;
    private final ProviderSettings settings;

    ProviderPages(Provider provider, ProviderSettings settings) {
        this.provider = provider;
        this.settings = settings;
    }

    @GetMapping("/enter/provider")
    String start(HttpServletResponse response, Model model) {
        if (!settings.configured()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return provider.reached().isPresent() ? "redirect:/oauth2/authorization/" + Provider.ID : refusal(response, model, Refusal.DOWN);
    }

    @GetMapping("/enter/provider/refused")
    String refused(@RequestParam(defaultValue = "") String why, HttpServletResponse response, Model model) {
        return refusal(response, model, Refusal.of(why));
    }

    private String refusal(HttpServletResponse response, Model model, Refusal refusal) {
        response.setStatus((refusal == Refusal.DOWN ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.FORBIDDEN).value());
        if (refusal == Refusal.DOWN) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "60");
        }
        model.addAttribute("name", settings.name());
        model.addAttribute("title", refusal.title);
        model.addAttribute("nextStep", refusal.nextStep);
        return "access/provider-refused";
    }
}
