package cn.yizhen.app.matter;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.web.NavEntry;
import cn.yizhen.rules.Reason;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** How far the calendar is known, and the import of the next notice. */
@Controller
public class CalendarPages {

    private final Calendars calendars;
    private final Ids ids;

    CalendarPages(Calendars calendars, Ids ids) {
        this.calendars = calendars;
        this.ids = ids;
    }

    @Bean
    static NavEntry calendarEntry() {
        return new NavEntry("工作日历", "/calendar", 80, Permission.SYSTEM.name());
    }

    @GetMapping("/calendar")
    String page(Scope scope, Model model) {
        return page(scope, model, "", List.of());
    }

    @PostMapping("/calendar")
    String importing(Scope scope, @RequestParam UUID key, @RequestParam(defaultValue = "") String text, Model model) {
        requireMay(scope);
        return switch (calendars.importing(scope, key, text)) {
            case Performed.Done done -> "redirect:" + done.result();
            case Performed.Refused refused -> page(scope, model, text, refused.reasons());
            case Performed.Overtaken _ -> throw new IllegalStateException("a notice overtakes nothing");
        };
    }

    private String page(Scope scope, Model model, String text, List<Reason> reasons) {
        requireMay(scope);
        model.addAttribute("known", calendars.calendar(scope).knownThrough());
        model.addAttribute("imported", calendars.imported(scope));
        model.addAttribute("text", text);
        model.addAttribute("key", ids.next());
        model.addAttribute("reasons", reasons);
        return "matter/calendar";
    }

    private static void requireMay(Scope scope) {
        if (!scope.has(Permission.SYSTEM)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
