package cn.yizhen.app.organisation;

import cn.yizhen.app.organisation.roster.NoticePlan;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Fact;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.Responsibility;
import cn.yizhen.rules.organisation.ResponsibilityKind;
import cn.yizhen.rules.organisation.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What somebody ticked and changed, read against the plan. */
final class NoticeReading {

    private final Organisation organisation;
    private final NoticePlan plan;
    private final String paper;
    private final NoticeForm typed;
    private final List<Reason> reasons = new ArrayList<>();

    NoticeReading(Organisation organisation, NoticePlan plan, String paper, NoticeForm typed) {
        this.organisation = organisation;
        this.plan = plan;
        this.paper = paper;
        this.typed = typed;
    }

    List<Responsibility> lines() {
        return plan.parts().stream().flatMap(part -> lines(part).stream()).toList();
    }

    /** What {@link #lines} found missing. */
    List<Reason> reasons() {
        return List.copyOf(reasons);
    }

    Set<UUID> ending() {
        return plan.parts().stream().flatMap(part -> part.others().stream()).map(Fact::id).filter(fact -> typed.whole() || typed.ends(fact)).collect(Collectors.toSet());
    }

    private List<Responsibility> lines(NoticePlan.Part part) {
        var taken = part.lines().stream().filter(typed::takes).toList();
        if (taken.isEmpty()) {
            return List.of();
        }
        var post = typed.post(part);
        if (post.isEmpty()) {
            reasons.add(Reason.of("post-not-chosen", "没有选“" + part.called() + "”的岗位。", "请选一个岗位；这个人的分工暂不写入的，把勾去掉。"));
            return List.of();
        }
        var substitute = taken.stream().filter(NoticePlan.Line::substitutes).map(NoticePlan.Line::substitute).filter(Objects::nonNull).findFirst().orElse(null);
        return taken.stream().filter(line -> !line.substitutes()).map(line -> line(post.get(), line, substitute)).toList();
    }

    private Responsibility line(PostId post, NoticePlan.Line line, @Nullable PostId substitute) {
        var kind = typed.kind(line);
        var words = typed.subject(line);
        var unit = words.equals(line.subject()) ? Optional.ofNullable(line.unit())
                : organisation.units().stream().filter(one -> one.name().equals(words) || one.shortName().equals(words)).findFirst();
        return new Responsibility(new Bearer.OfPost(post), kind, unit.map(Unit::shortName).orElse(words), unit.isPresent() ? List.of() : List.of(words),
                unit.map(Unit::id).orElse(null), kind == ResponsibilityKind.IN_CHARGE ? substitute : null, paper);
    }
}
