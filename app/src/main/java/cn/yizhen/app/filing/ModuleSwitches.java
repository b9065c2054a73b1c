package cn.yizhen.app.filing;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.host.CannotStart;
import cn.yizhen.app.host.HostSettings;
import cn.yizhen.app.web.Modules;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 模块启停: which modules this county uses, kept as acts of the system administrator with their ground. */
@Component
public class ModuleSwitches implements SmartInitializingSingleton {

    private final Transactions transactions;
    private final Acts acts;
    private final Ids ids;
    private final Modules modules;
    private final HostSettings settings;
    private final Clock clock;

    ModuleSwitches(Transactions transactions, Acts acts, Ids ids, Modules modules, HostSettings settings, Clock clock) {
        this.transactions = transactions;
        this.acts = acts;
        this.ids = ids;
        this.modules = modules;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Modules.ALWAYS_ON.stream().filter(modules::offBySetting).findFirst().ifPresent(module -> {
            throw new CannotStart("设置 yizhen.modules." + module + ".enabled=false 不能生效：这个模块不可停用（" + switch (module) {
                case "burden" -> "减负直通车须在每一页可用";
                case "backup" -> "它只有命令行，没有地址可关";
                default -> "其他模块都靠它运行";
            } + "）。", "请去掉这一行设置。");
        });
        modules.turnOff(off(Scope.system(settings.county(), "读取模块启停", AsOf.on(LocalDate.now(clock)))));
    }

    /** Modules switched off on the page, by their newest word. */
    private Set<String> off(Scope scope) {
        return transactions.reading(scope, ModuleSwitches::off);
    }

    private static Set<String> off(JdbcClient sql) {
        return sql.sql("""
                select module from (select distinct on (module) module, enabled from module_switch s join act a on a.id = s.act
                                    order by module, a.seq desc) newest where not enabled
                """).query(String.class).stream().collect(Collectors.toSet());
    }

    /** Switches one module; what it has stored stays as it is. */
    public Performed turn(Scope scope, UUID key, String module, boolean enabled, String ground) {
        var performed = acts.perform(scope, Act.create(key, "module.switched", null, ids.next(), Map.of("module", module, "enabled", enabled)),
                writing -> {
                    var reasons = reasons(scope, module, ground);
                    if (!reasons.isEmpty()) {
                        return Outcome.refused(reasons);
                    }
                    writing.sql().sql("insert into module_switch (id, county, act, module, enabled, ground) values (?, ?, ?, ?, ?, ?)")
                            .params(ids.next(), scope.county(), writing.act(), module, enabled, ground.strip()).update();
                    return Outcome.done("/filing");
                });
        if (performed instanceof Performed.Done) {
            modules.turnOff(off(scope));
        }
        return performed;
    }

    private List<Reason> reasons(Scope scope, String module, String ground) {
        var reasons = new ArrayList<Reason>();
        if (!scope.has(Permission.SYSTEM)) {
            reasons.add(Reason.of("not-system", "模块启停由系统管理员办理。", "请联系系统管理员。"));
        }
        if (Filing.shipped().functions().stream().noneMatch(function -> function.module().equals(module)) || Modules.ALWAYS_ON.contains(module)) {
            reasons.add(Reason.of("module-fixed", "这个模块不能停用。", "请从列出的模块里选。"));
        } else if (modules.offBySetting(module)) {
            reasons.add(Reason.of("module-by-setting", "这个模块是在设置文件里停用的。", "请改设置 yizhen.modules." + module + ".enabled 后重新启动。"));
        }
        if (ground.isBlank() || ground.strip().length() > 200) {
            reasons.add(Reason.of("ground-missing", "没有写明依据，或超过 200 字。", "请写明依据哪份文件或哪次会议。"));
        }
        return reasons;
    }
}
