package cn.yizhen.app.room;

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
        var asked = new Sizing(within(villages, 1, 5000, 180), within(kbit, 50, 5000, 800), within(loss, 0, 50, 2), within(cameras, 1, 9, 3));
        model.addAttribute("sizing", asked);
        model.addAttribute("settings", settings);
        return "room/sizing";
    }

    private static int within(String text, int least, int most, int otherwise) {
        return text.strip().matches("\\d{1,6}") ? Math.clamp(Integer.parseInt(text.strip()), least, most) : otherwise;
    }
}
