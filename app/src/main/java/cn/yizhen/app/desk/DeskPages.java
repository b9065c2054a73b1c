package cn.yizhen.app.desk;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.web.Modules;
import cn.yizhen.app.web.NavEntry;
import cn.yizhen.rules.calendar.Days;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 我的应办, and the same week on paper. */
@Controller
class DeskPages {

    private final Desks desks;
    private final Weeks weeks;
    private final Modules modules;

    DeskPages(Desks desks, Weeks weeks, Modules modules) {
        this.desks = desks;
        this.weeks = weeks;
        this.modules = modules;
    }

    @Bean
    static NavEntry deskEntry() {
        return NavEntry.forEveryone("我的应办", "/", 0);
    }

    @GetMapping("/")
    String desk(Scope scope, Model model) {
        model.addAttribute("desk", desks.of(scope));
        model.addAttribute("today", today(scope));
        model.addAttribute("mayAsk", !scope.posts().isEmpty() && modules.isOn("matter"));
        return "desk/desk";
    }

    /** One A4 in large type for each unit, and plain text to copy. */
    @GetMapping("/week")
    String week(Scope scope, Model model) {
        model.addAttribute("weeks", weeks.of(scope));
        model.addAttribute("today", today(scope));
        return "desk/week";
    }

    private static String today(Scope scope) {
        return Days.full(scope.asOf().on()) + "　" + Days.weekday(scope.asOf().on());
    }
}
