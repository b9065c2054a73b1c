package cn.yizhen.app.record.model;

import cn.yizhen.rules.organisation.BodyId;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Strength;
import org.jspecify.annotations.Nullable;

/**
 * Who should come to a meeting on a day, from the body's members of that day.
 *
 * @param due        应到
 * @param votingDue  有表决权
 * @param notCounted who has no vote, in words; empty for nobody
 * @param known      false where the county has noted no members of the body
 */
public record Roll(int due, int votingDue, String notCounted, boolean known) {

    public static final Roll UNKNOWN = new Roll(0, 0, "", false);

    public static Roll of(@Nullable BodyId body, Organisation organisation) {
        if (body == null || organisation.body(body).isEmpty()) {
            return UNKNOWN;
        }
        Strength strength = organisation.strength(body);
        if (!strength.known()) {
            return UNKNOWN;
        }
        return new Roll(strength.members(), strength.voting(), without(strength), true);
    }

    private static String without(Strength strength) {
        int others = strength.members() - strength.voting() - strength.probationary();
        StringBuilder words = new StringBuilder();
        if (strength.probationary() > 0) {
            words.append("预备党员 ").append(strength.probationary()).append(" 人");
        }
        if (others > 0) {
            words.append(words.isEmpty() ? "" : "、").append("其他无表决权 ").append(others).append(" 人");
        }
        return words.toString();
    }

    /** 应到 23 人，其中有表决权 21 人；不计表决权：预备党员 2 人 */
    public String words() {
        if (!known) {
            return "名册里没有这个班子的人数，请填应到人数。";
        }
        return "应到 " + due + " 人，其中有表决权 " + votingDue + " 人"
                + (notCounted.isEmpty() ? "" : "；不计表决权：" + notCounted);
    }
}
