package cn.yizhen.app.room;

import cn.yizhen.app.access.Scope;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Whether an office's network will carry a meeting, and what machine and line a county needs. */
@Controller
class NetworkPages {

    private final NetworkChecks checks;
    private final MediaSettings settings;

    NetworkPages(NetworkChecks checks, MediaSettings settings) {
        this.checks = checks;
        this.settings = settings;
    }

    @GetMapping("/rooms/check")
    String check(Model model) {
        model.addAttribute("port", settings.port());
        return "room/check";
    }

    /** A room to try in; nothing is made before somebody begins. */
    @PostMapping("/rooms/check")
    @ResponseBody
    ResponseEntity<Map<String, String>> begin(Scope scope) {
        return switch (checks.begin(scope)) {
            case Outcome.Done<NetworkChecks.Check>(var check) -> ResponseEntity.ok(Map.of("room", check.room().toString(), "there", check.there(), "back", check.back()));
            case Outcome.Refused<NetworkChecks.Check>(var reasons) -> ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .body(Map.of("text", reasons.stream().map(reason -> reason.text() + reason.nextStep()).collect(Collectors.joining())));
        };
    }

    @GetMapping("/rooms/sizing")
    String sizing(@RequestParam(defaultValue = "180") String villages, @RequestParam(defaultValue = "800") String kbit,
            @RequestParam(defaultValue = "2") String loss, @RequestParam(defaultValue = "3") String cameras, Model model) {
        List<Reason> reasons = new ArrayList<>();
        var asked = new Sizing(
                within("接收的村", villages, 1, 5000, 180, reasons), within("每处画面和声音", kbit, 50, 5000, 800, reasons),
                within("路上丢失", loss, 0, 50, 2, reasons), within("同时开摄像头的", cameras, 1, 9, 3, reasons));
        model.addAttribute("sizing", asked);
        model.addAttribute("typed", List.of(villages, kbit, loss, cameras));
        model.addAttribute("settings", settings);
        model.addAttribute("reasons", reasons);
        return "room/sizing";
    }

    /** The number asked for; what is none is told, and reckoned with the usual one. */
    private static int within(String field, String text, int least, int most, int otherwise, List<Reason> reasons) {
        if (text.strip().matches("\\d{1,6}") && Integer.parseInt(text.strip()) >= least && Integer.parseInt(text.strip()) <= most) {
            return Integer.parseInt(text.strip());
        }
        reasons.add(Reason.of("sizing-number", "“" + field + "”要填 " + least + " 到 " + most + " 的整数。", "下面先按 " + otherwise + " 算。"));
        return otherwise;
    }
}
