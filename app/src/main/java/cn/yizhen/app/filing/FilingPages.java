package cn.yizhen.app.filing;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.document.Word;
import cn.yizhen.app.host.HostSettings;
import cn.yizhen.app.web.Download;
import cn.yizhen.app.web.Modules;
import cn.yizhen.app.web.NavEntry;
import cn.yizhen.rules.Reason;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 备案与测评资料, for the system administrator: on screen, printed, as Word; with the switches of the modules. */
@Controller
class FilingPages {

    private final ModuleSwitches switches;
    private final Modules modules;
    private final HostSettings settings;
    private final Environment environment;
    private final Ids ids;

    FilingPages(ModuleSwitches switches, Modules modules, HostSettings settings, Environment environment, Ids ids) {
        this.switches = switches;
        this.modules = modules;
        this.settings = settings;
        this.environment = environment;
        this.ids = ids;
    }

    @Bean
    static NavEntry filingEntry() {
        return new NavEntry("备案与测评", "/filing", 92, Permission.SYSTEM.name());
    }

    @GetMapping("/filing")
    String show(Scope scope, Model model) {
        return page(scope, model, List.of());
    }

    @GetMapping("/filing.docx")
    ResponseEntity<byte[]> word(Scope scope) {
        requireSystem(scope);
        var document = FilingDocument.of(Filing.shipped(), shown(), owner());
        return Download.of(Word.write(document), document.title() + ".docx", Word.MEDIA_TYPE);
    }

    @PostMapping("/filing/modules/{module}")
    String turn(
            Scope scope, @PathVariable String module, @RequestParam UUID key, @RequestParam boolean enabled,
            @RequestParam(defaultValue = "") String ground, Model model) {
        requireSystem(scope);
        return switch (switches.turn(scope, key, module, enabled, ground)) {
            case Performed.Refused(var reasons) -> page(scope, model, reasons);
            case Performed.Done _, Performed.Overtaken _ -> "redirect:/filing";
        };
    }

    private String page(Scope scope, Model model, List<Reason> reasons) {
        requireSystem(scope);
        model.addAttribute("filing", Filing.shipped());
        model.addAttribute("modules", shown());
        model.addAttribute("owner", owner());
        model.addAttribute("boundary", Filing.BOUNDARY);
        model.addAttribute("browsers", Filing.BROWSERS);
        model.addAttribute("retention", Filing.RETENTION);
        model.addAttribute("reasons", reasons);
        model.addAttribute("key", ids.next());
        return "filing/filing";
    }

    private List<Filing.Shown> shown() {
        return Filing.shipped().functions().stream().map(function -> new Filing.Shown(function, modules.isOn(function.module()),
                Modules.ALWAYS_ON.contains(function.module()), modules.offBySetting(function.module()))).toList();
    }

    private Filing.Owner owner() {
        return new Filing.Owner(settings.countyName(),
                environment.getProperty("yizhen.owner", "未填写（设置 yizhen.owner）"),
                environment.getProperty("yizhen.operator", "未填写（设置 yizhen.operator）"),
                settings.database() == null ? "随程序的 PostgreSQL 18，只在本机" : "自备的 PostgreSQL");
    }

    private static void requireSystem(Scope scope) {
        if (!scope.has(Permission.SYSTEM)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
