package cn.yizhen.rules.organisation;

import cn.yizhen.rules.Reason;
import java.util.List;
import java.util.stream.Collectors;

/** Why a set of facts is no organisation; the words a workbook's row carries back. */
final class OrganisationReasons {

    private OrganisationReasons() {}

    static Reason unitTwice(Unit unit) {
        return Reason.of("unit-twice", "单位“" + called(unit) + "”在同一天有两种说法。", "核对起止日期，保留一条。");
    }

    static Reason codeTwice(String what, String code, String names) {
        return Reason.of("code-twice", what + "编码" + code + "重复：" + names + "。", "给其中一个换编码，或合并为一行。");
    }

    static Reason parentMissing(Unit unit) {
        return Reason.of(
                "parent-missing", "单位“" + called(unit) + "”的上级单位在这一天不存在。", "填写存在的上级单位编码，或先为它改归上级。");
    }

    static Reason secondRoot(Unit unit) {
        return Reason.of("second-root", "单位“" + called(unit) + "”没有上级单位，而最上一级只能有一个。", "填写它的上级单位编码。");
    }

    static Reason cycle(List<Unit> ring) {
        String names = ring.stream().map(OrganisationReasons::called).collect(Collectors.joining(" → "));
        return Reason.of(
                "unit-cycle",
                "上下级绕成了圈：" + names + " → " + called(ring.getFirst()) + "。",
                "改正其中一个单位的上级单位编码。");
    }

    private static String called(Unit unit) {
        return unit.name() + "（" + unit.code() + "）";
    }
}
