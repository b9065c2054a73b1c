package cn.yizhen.app.upward;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.web.NavEntry;
import cn.yizhen.rules.calendar.Cadence;
import cn.yizhen.rules.calendar.Period;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 下级上报 at a receiving level: freshness, counts by duty and county, what was refused. Totals only, so open to everyone signed in. */
@Controller
public class ReceivedPages {

    private final Received received;

    ReceivedPages(Received received) {
        this.received = received;
    }

    /** No entry where nothing is received. */
    @Bean
    static @Nullable NavEntry receivedEntry(UpwardSettings settings) {
        return settings.receives() ? NavEntry.forEveryone("下级上报", "/received", 48) : null;
    }

    @GetMapping("/received")
    String received(Scope scope, @RequestParam(defaultValue = "") String quarter, Model model) {
        Period asked = asked(scope, quarter, model);
        model.addAttribute("counties", received.counties(scope));
        model.addAttribute("refused", received.refused(scope));
        model.addAttribute("duties", received.duties(scope, asked.from(), null));
        return "upward/received";
    }

    @GetMapping("/received/duties/{duty}")
    String duty(Scope scope, @PathVariable String duty, @RequestParam(defaultValue = "") String quarter, Model model) {
        Period asked = asked(scope, quarter, model);
        model.addAttribute("duty", received.duties(scope, asked.from(), duty).stream().findFirst().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "upward/duty";
    }

    @GetMapping("/received/counties/{county}")
    String county(Scope scope, @PathVariable String county, @RequestParam(defaultValue = "") String quarter, Model model) {
        Period asked = asked(scope, quarter, model);
        var found = received.of(scope, county, asked.from()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("found", found);
        model.addAttribute("sheet", Sheet.of(found.rows()));
        return "upward/county";
    }

    /** The quarter asked for, or the newest anything was reported for. */
    private Period asked(Scope scope, String quarter, Model model) {
        if (!received.receives()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        List<LocalDate> quarters = received.quarters(scope);
        Period asked = quarter.isBlank() ? Cadence.QUARTER.containing(quarters.isEmpty() ? scope.asOf().on() : quarters.getFirst()) : UpwardPages.read(quarter);
        model.addAttribute("quarters", quarters.stream().map(Cadence.QUARTER::containing).toList());
        model.addAttribute("asked", asked);
        return asked;
    }
}
