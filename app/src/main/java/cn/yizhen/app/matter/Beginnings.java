package cn.yizhen.app.matter;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Writing;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.procedure.Case;
import cn.yizhen.rules.procedure.Opening;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens matters under the procedure version of the day, with a number of their own. */
@Component
class Beginnings {

    private static final int LONGEST_TITLE = 60;

    private final Ids ids;
    private final Procedures procedures;
    private final MatterStore store;
    private final Actors actors;

    Beginnings(Ids ids, Procedures procedures, MatterStore store, Actors actors) {
        this.ids = ids;
        this.procedures = procedures;
        this.store = store;
        this.actors = actors;
    }

    /** What a new matter is, before anything is done with it. */
    private record Paper(@Nullable String number, String title, String wording, @Nullable String source, @Nullable String paper,
            @Nullable UUID origin, @Nullable MatterId parent, String openedBy, PostId opened) {}

    Outcome<Matter> supervised(Writing writing, NewMatter asked, Opening opening) {
        var reasons = faults(writing, asked);
        return reasons.isEmpty()
                ? Outcome.done(begin(writing, new MatterId(ids.next()), MatterKind.SUPERVISED, new Paper(asked.number(), asked.title().strip(), asked.wording(),
                        asked.source(), asked.paper(), asked.origin(), asked.parent(), writing.scope().name(), writing.scope().post().post()), opening))
                : Outcome.refused(reasons);
    }

    Outcome<Matter> request(Writing writing, MatterId id, NewRequest request, Opening opening) {
        var reasons = faults(request, opening);
        return reasons.isEmpty()
                ? Outcome.done(begin(writing, id, request.kind(), new Paper(null, request.title(), request.words().strip(), request.about(), null, null,
                        null, writing.scope().name(), writing.scope().post().post()), opening))
                : Outcome.refused(reasons);
    }

    Outcome<Matter> own(Writing writing, NewCase asked, Opening opening) {
        var title = asked.title().strip();
        int length = title.codePointCount(0, title.length());
        if (length == 0 || length > LONGEST_TITLE) {
            return Outcome.refused(Reason.of("matter-title-length", "要写一句话，1至" + LONGEST_TITLE + "字，现在" + length + "字。", "补上或者删减。"));
        }
        return Outcome.done(begin(writing, new MatterId(ids.next()), asked.kind(), new Paper(null, title, title, null, null, null, null,
                writing.scope().name(), writing.scope().post().post()), opening));
    }

    Matter past(Writing writing, PastMatter past) {
        return begin(writing, new MatterId(ids.next()), past.kind(), new Paper(past.number(), past.title(), past.wording(), past.source(), past.paper(),
                null, null, past.openedBy(), past.opened()), past.opening());
    }

    private Matter begin(Writing writing, MatterId id, MatterKind kind, Paper paper, Opening opening) {
        var version = procedures.current(writing.scope(), kind);
        procedures.keep(writing, version);
        var number = Optional.ofNullable(paper.number()).orElseGet(() -> next(writing, kind, opening.at().getYear()));
        var matter = new Matter(id, number, kind, paper.title(), paper.wording(), paper.source(), paper.paper(), paper.parent(),
                opening.parties().get(Opening.RAISER).iterator().next(), opening.at(), paper.openedBy(), paper.opened(),
                Case.opened(version.procedure(), opening));
        store.open(writing, matter, version.digest(), paper.origin());
        return matter;
    }

    /** Numbers may have gaps: a form that was refused has used one. */
    private static String next(Writing writing, MatterKind kind, int year) {
        return kind.mark() + "〔" + year + "〕" + writing.sql().sql("select nextval('matter_number')").query(Long.class).single() + "号";
    }

    private List<Reason> faults(Writing writing, NewMatter asked) {
        var reasons = new ArrayList<Reason>();
        int length = asked.title().strip().codePointCount(0, asked.title().strip().length());
        if (length == 0 || length > LONGEST_TITLE) {
            reasons.add(Reason.of("matter-title-length", "事项名称要有1至" + LONGEST_TITLE + "字，现在" + length + "字。", "改写事项名称。"));
        }
        if (asked.parent() != null) {
            store.find(writing.sql(), asked.parent()).filter(parent -> !parent.here().over())
                    .filter(parent -> parent.here().rolesOf(actors.of(writing.scope())).contains("lead"))
                    .ifPresentOrElse(_ -> {}, () -> reasons.add(Reason.of("subtask-not-yours", "子任务由牵头单位在没有办完的事项下设立。",
                            "请从牵头的事项页面进入。")));
        }
        return reasons;
    }

    private static List<Reason> faults(NewRequest request, Opening opening) {
        var reasons = new ArrayList<Reason>();
        var words = request.words().strip();
        int length = words.codePointCount(0, words.length());
        if (length == 0 || length > NewRequest.LONGEST) {
            reasons.add(Reason.of("request-length", "请用一句话写清楚，1至" + NewRequest.LONGEST + "字，现在" + length + "字。", "补上或者删减。"));
        }
        if (opening.parties().get(Opening.RAISER).contains(request.asked())) {
            reasons.add(Reason.of("asked-oneself", "答复单位就是本单位。", "选择应当答复的单位。"));
        }
        return reasons;
    }
}
