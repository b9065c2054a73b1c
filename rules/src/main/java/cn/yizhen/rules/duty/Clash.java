package cn.yizhen.rules.duty;

import cn.yizhen.rules.institution.Catalogue;
import cn.yizhen.rules.institution.Ceiling;
import cn.yizhen.rules.institution.Condition;
import cn.yizhen.rules.institution.Duty;
import cn.yizhen.rules.institution.Institution;
import cn.yizhen.rules.institution.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A place where a draft meets what is in force (与现行制度的关系).
 *
 * @param with  the rule in force, by institution and title
 * @param text  plain Chinese: what happens there
 * @param grave whether the draft should be changed, or only be known to meet it
 */
public record Clash(String with, String text, boolean grave) {

    static List<Clash> between(Catalogue inForce, Institution draft) {
        var clashes = new ArrayList<Clash>();
        var others = inForce.institutions().stream().filter(it -> !it.id().equals(draft.id())).toList();
        for (var other : others) {
            draft.duties().forEach(mine -> other.duties().stream().filter(theirs -> theirs.ending().isEmpty())
                    .forEach(theirs -> duties(mine, other, theirs, clashes)));
            draft.limits().forEach(mine -> other.limits().forEach(theirs -> limits(mine, other, theirs, clashes)));
        }
        return List.copyOf(clashes);
    }

    private static void duties(Duty mine, Institution other, Duty theirs, List<Clash> clashes) {
        var with = other.title() + "·" + theirs.title();
        if (mine.title().equals(theirs.title())) {
            clashes.add(new Clash(with, "“" + mine.title() + "”与现行职责同名，下面分不清是哪一件，请换一个名称", true));
        }
        if (kinds(mine).stream().noneMatch(kinds(theirs)::contains) || mine.bearer() != theirs.bearer()) {
            return;
        }
        if (!theirs.keptIn().here() && mine.keptIn().here()) {
            clashes.add(new Clash(with, "这件事已在" + theirs.keptIn().system() + "里有，不能再要求填一遍", true));
        }
        if (aYear(mine) > aYear(theirs)) {
            clashes.add(new Clash(with, "比“" + theirs.source().cited() + "”要得更密：一年 " + aYear(theirs) + " 次变成 " + aYear(mine)
                    + " 次，是层层加码，请说明理由或改为相同", true));
        } else {
            clashes.add(new Clash(with, "用同一种记录，登记一次两项都计入，不用另开", false));
        }
    }

    private static void limits(Limit mine, Institution other, Limit theirs, List<Clash> clashes) {
        if (mine.measures().isEmpty() || !mine.measures().equals(theirs.measures())
                || !mine.when().map(Condition::text).equals(theirs.when().map(Condition::text))) {
            return;
        }
        if (mine.atMost().entries().getLast().value() instanceof Ceiling.Number(int here)
                && theirs.atMost().entries().getLast().value() instanceof Ceiling.Number(int above) && here > above) {
            clashes.add(new Clash(other.title() + "·" + theirs.title(), "上级规定" + theirs.atMost().entries().getLast().value()
                    .chinese(theirs.unit()) + "，这里放宽到 " + here + " " + mine.unit() + "，不能比上级宽", true));
        }
    }

    /** How many records a year it asks for at least. */
    private static int aYear(Duty duty) {
        return 12 / duty.every().entries().getLast().value().months() * duty.atLeast().entries().getLast().value();
    }

    /** The kinds of record a duty counts. */
    static Set<String> kinds(Duty duty) {
        return duty.counts().mentions().stream().filter(mention -> mention.variable().equals("record.kind"))
                .map(Condition.Mention::word).collect(Collectors.toSet());
    }
}
