package cn.yizhen.app.room;

import cn.yizhen.rules.Reason;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether an office's network will carry a meeting, and what machine and line a county needs. */
@Controller
class NetworkPages {

    private final LiveRooms live;
    private final MediaSettings settings;

    NetworkPages(LiveRooms live, MediaSettings settings) {
        this.live = live;
        this.settings = settings;
    }

    @GetMapping("/rooms/check")
    String check(Model model) {
        var check = live.check();
        model.addAttribute("check", check.room().toString());
        model.addAttribute("there", check.there());
        model.addAttribute("back", check.back());
        model.addAttribute("port", settings.port());
        return "room/check";
    }

    @GetMapping("/rooms/sizing")
    String sizing(@RequestParam(defaultValue = "180") String villages, @RequestParam(defaultValue = "800") String kbit,
            @RequestParam(defaultValue = "2") String loss, @RequestParam(defaultValue = "3") String cameras, Model model) {
        List<Reason> reasons = new ArrayList<>();
        var asked = new Sizing(
                within("接收的村", villages, 1, 5000, 180, reasons), within("每处画面和声音", kbit, 50, 5000, 800, reasons),
                within("路上丢失", loss, 0, 50, 2, reasons), within("同时开摄像头的", cameras, 1, 9, 3, reasons));
        model.addAttribute("sizing", asked);
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
