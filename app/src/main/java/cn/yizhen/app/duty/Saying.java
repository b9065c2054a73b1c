package cn.yizhen.app.duty;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.calendar.Days;
import cn.yizhen.rules.duty.InstanceKey;
import cn.yizhen.rules.duty.Said;
import cn.yizhen.rules.duty.State;
import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says something about an instance: that it is noted elsewhere, why it stands so, who sees to it, that it need not be done. */
@Component
public class Saying {

    private static final int LONGEST = 140;
    private static final Set<State> MET = EnumSet.of(State.MET, State.MET_LATE);

    private final Acts acts;
    private final Duties duties;
    private final SaidRows rows;

    Saying(Acts acts, Duties duties, SaidRows rows) {
        this.acts = acts;
        this.duties = duties;
        this.rows = rows;
    }

    /** What can be said; the word is how it is spelt in addresses. */
    public enum Kind {
        EXPLAINED("explained", "说明"),
        HANDED_OVER("handed-over", "移交"),
        EXEMPTED("exempted", "同意免办"),
        KEPT_ELSEWHERE("kept-elsewhere", "已在别处登记");

        private final String word;
        private final String chinese;

        Kind(String word, String chinese) {
            this.word = word;
            this.chinese = chinese;
        }

        public String word() {
            return word;
        }

        public String chinese() {
            return chinese;
        }

        static Optional<Kind> of(String word) {
            return List.of(values()).stream().filter(kind -> kind.word.equals(word)).findFirst();
        }
    }

    /** What the asker may say about an instance under one post; of one that was done there is nothing to say. */
    public List<Kind> offered(Scope scope, Duties.Seen seen) {
        if (seen.standing() == null || MET.contains(seen.standing().state())) {
            return List.of();
        }
        if (keeps(scope, seen)) {
            return List.of(Kind.EXEMPTED, Kind.EXPLAINED);
        }
        return seen.duty().keptIn().here() ? List.of(Kind.EXPLAINED, Kind.HANDED_OVER) : List.of(Kind.KEPT_ELSEWHERE, Kind.EXPLAINED, Kind.HANDED_OVER);
    }

    /**
     * @param words one sentence of at most 140 characters; the name of the system for {@link Kind#KEPT_ELSEWHERE}
     * @param day   for {@link Kind#KEPT_ELSEWHERE} the day it happened, otherwise null
     */
    public Performed say(Scope scope, UUID key, Duties.Seen seen, Kind kind, String words, @Nullable LocalDate day) {
        InstanceKey about = seen.instance().key();
        String sentence = kind == Kind.KEPT_ELSEWHERE ? String.valueOf(seen.duty().keptIn().system()) : words.strip();
        var act = new Act(key, "duty." + kind.word(), scope.post().post(), null, null,
                Map.of("instance", about.text(), "words", sentence));
        return acts.perform(scope, act, writing -> fault(scope, seen, kind, sentence, day)
                .<Outcome<String>>map(Outcome::refused)
                .orElseGet(() -> {
                    rows.add(writing, about, place(scope, seen), kind.word(), sentence, day);
                    return Outcome.done("/posts/" + scope.post().post() + "/duties/" + about.text());
                }));
    }

    private SaidRows.Place place(Scope scope, Duties.Seen seen) {
        UnitId unit = duties.unitOf(scope, seen.instance().key().bearer()).orElse(scope.post().unit());
        return new SaidRows.Place(unit, seen.institution().records().isEmpty() ? "" : seen.institution().records().getFirst().kind());
    }

    private static Optional<Reason> fault(Scope scope, Duties.Seen seen, Kind kind, String words, @Nullable LocalDate day) {
        int length = words.codePointCount(0, words.length());
        if (length == 0 || length > LONGEST) {
            return Optional.of(Reason.of("words-length", "请用一句话写清楚，1至" + LONGEST + "字，现在" + length + "字。", "补上或者删减后再提交。"));
        }
        if (kind == Kind.EXEMPTED && !keeps(scope, seen)) {
            return Optional.of(Reason.of("exemption-not-yours", "免办由管这项制度的部门决定。", "请用“有困难／不归我”向这个部门提出。"));
        }
        if (kind == Kind.KEPT_ELSEWHERE) {
            var elsewhere = elsewhere(scope, seen, day);
            if (elsewhere.isPresent()) {
                return elsewhere;
            }
        }
        return seen.standing() == null
                ? Optional.of(Reason.of("counted-out", "这一期不计入，不用说明。", "回到“我的应办”。"))
                : Optional.empty();
    }

    private static Optional<Reason> elsewhere(Scope scope, Duties.Seen seen, @Nullable LocalDate day) {
        if (seen.duty().keptIn().here()) {
            return Optional.of(Reason.of("kept-here", "这件事就在本平台登记，没有别处可登。", "请点“登记”。"));
        }
        if (day == null || day.isAfter(scope.asOf().on()) || day.isBefore(seen.period().from())) {
            return Optional.of(Reason.of("kept-elsewhere-day", day == null ? "日期看不懂。" : Days.full(day) + (day.isAfter(scope.asOf().on()) ? "还没有到。" : "在" + seen.period().label() + "以前。"),
                    "选" + Days.full(seen.period().from()) + "到今天里的一天。"));
        }
        var standing = seen.standing();
        return standing != null && standing.said().stream().anyMatch(said -> said instanceof Said.KeptElsewhere(_, _, var before, _) && before.equals(day))
                ? Optional.of(Reason.of("kept-elsewhere-twice", Days.full(day) + "的已经登记过，一天算一次。", "另一天的，在“" + seen.duty().keptIn().settles() + "”里选那一天。"))
                : Optional.empty();
    }

    private static boolean keeps(Scope scope, Duties.Seen seen) {
        return seen.institution().records().stream().anyMatch(record -> scope.kinds().contains(record.kind()));
    }
}
