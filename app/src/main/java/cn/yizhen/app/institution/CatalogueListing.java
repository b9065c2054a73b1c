package cn.yizhen.app.institution;

import cn.yizhen.rules.institution.Catalogue;
import cn.yizhen.rules.institution.Duty;
import cn.yizhen.rules.institution.FormRule;
import cn.yizhen.rules.institution.Institution;
import cn.yizhen.rules.institution.Limit;
import cn.yizhen.rules.institution.Pillar;
import cn.yizhen.rules.institution.Procedure.ClockRule;
import cn.yizhen.rules.institution.Source;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;

/** Prints what was read, for whoever checks a file against the paper. */
final class CatalogueListing {

    private CatalogueListing() {}

    static void print(Catalogue catalogue, PrintStream out) {
        Arrays.stream(Pillar.values()).forEach(pillar -> {
            var held = catalogue.institutions().stream().filter(institution -> institution.pillar() == pillar).toList();
            if (!held.isEmpty()) {
                out.println(pillar.chinese());
                held.forEach(institution -> print(institution, out));
            }
        });
    }

    private static void print(Institution institution, PrintStream out) {
        out.println("  " + institution.title() + "（" + institution.pillar().folder() + "/" + institution.id() + ".yaml）");
        institution.duties().forEach(duty -> out.println("    " + line(duty)));
        institution.procedure().ifPresent(procedure -> {
            out.println("    程序：" + procedure.stages().size() + " 个阶段、" + procedure.steps().size() + " 个步骤");
            procedure.clocks().forEach(clock -> out.println("    时限：" + line(clock)));
        });
        institution.limits().forEach(limit -> out.println("    总量控制：" + line(limit)));
        institution.forms().forEach(form -> out.println("    报表：" + line(form)));
    }

    private static String line(Duty duty) {
        var number = duty.atLeast().entries().getLast();
        return String.join("，", List.of(duty.title(), duty.says().replace("，", "、"),
                duty.every().entries().getLast().value().chinese() + "至少 " + number.value() + " " + duty.measure().chinese() + "（" + number.from() + " 起）",
                duty.binding().chinese(), number.source().cited() + "，" + number.source().status().chinese() + "，核对于 "
                        + number.source().checkedOn()));
    }

    private static String line(Limit limit) {
        return limit.title() + "，" + limit.says() + "，" + limit.atMost().entries().getLast().value().chinese(limit.unit()) + "，"
                + said(limit.source());
    }

    private static String line(FormRule form) {
        return form.title() + "，" + form.says() + "，" + form.every().entries().getLast().value().chinese() + "最多一次，"
                + form.fields().size() + " 项指标，" + said(form.source());
    }

    private static String said(Source source) {
        return source.cited() + "，" + source.status().chinese();
    }

    private static String line(ClockRule clock) {
        return clock.title() + "，" + clock.budget().entries().getLast().value() + "，" + clock.binding().chinese() + "，"
                + said(clock.source());
    }
}
