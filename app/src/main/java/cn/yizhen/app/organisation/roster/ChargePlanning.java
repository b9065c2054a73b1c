package cn.yizhen.app.organisation.roster;

import cn.yizhen.app.organisation.roster.Roster.ChargeLine;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Fact;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.Responsibility;
import cn.yizhen.rules.organisation.ResponsibilityKind;
import cn.yizhen.rules.organisation.UnitId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lines of the responsibility table against those known; a line is known by bearer, kind, subject and unit. */
final class ChargePlanning {

    private record Key(Bearer bearer, ResponsibilityKind kind, String subject, @Nullable UnitId over) {

        static Key of(Responsibility line) {
            return new Key(line.bearer(), line.kind(), line.subject(), line.over());
        }
    }

    private final Drafting draft;
    private final UnitPlanning units;
    private final PostPlanning posts;
    private final Set<Key> named = new HashSet<>();

    ChargePlanning(Drafting draft, UnitPlanning units, PostPlanning posts) {
        this.draft = draft;
        this.units = units;
        this.posts = posts;
    }

    void plan() {
        if (!draft.roster.has(Sheets.CHARGES.sheet())) {
            return;
        }
        draft.roster.charges().forEach(this::plan);
        draft.known.responsibilities().stream()
                .filter(fact -> !named.contains(Key.of(fact.value())))
                .forEach(fact -> draft.mayEnd("charge:" + fact.id(), "分工", label(fact.value()),
                        edits -> edits.end(edits.responsibilities, fact)));
    }

    private void plan(ChargeLine line) {
        var bearer = bearer(line.bearer());
        var over = line.over().isEmpty() ? Optional.<UnitId>empty() : units.id(line.over());
        var substitute = line.substitute().isEmpty() ? Optional.<PostId>empty() : posts.id(line.substitute());
        if (bearer.isEmpty() || !line.over().isEmpty() && over.isEmpty() || !line.substitute().isEmpty() && substitute.isEmpty()) {
            var wrong = bearer.isEmpty() ? line.bearer() : over.isEmpty() && !line.over().isEmpty() ? line.over() : line.substitute();
            draft.fault(line.place(), "charge-code-unknown", "“" + line.subject() + "”这一行的编码“" + wrong + "”在名册和本表里都没有。", "请核对单位编码或岗位编码。");
            return;
        }
        var wanted = new Responsibility(bearer.get(), line.kind(), line.subject(), line.keywords(), over.orElse(null), substitute.orElse(null),
                line.basis().isEmpty() ? draft.roster.basis() : line.basis());
        if (wanted.basis().isEmpty()) {
            draft.fault(line.place(), "charge-paper-missing", "“" + line.subject() + "”这一行没有写依据文件。", "请在本行或“封面”写上分工文件的标题和文号。");
            return;
        }
        if (!named.add(Key.of(wanted))) {
            draft.fault(line.place(), "charge-twice", "“" + line.subject() + "”这一行分工重复。", "请删去一行。");
            return;
        }
        note(wanted);
    }

    private void note(Responsibility wanted) {
        var known = draft.known.responsibilities().stream().filter(fact -> Key.of(fact.value()).equals(Key.of(wanted))).findFirst();
        if (known.isEmpty()) {
            draft.edits.begin(draft.edits.responsibilities, wanted);
            draft.adds("分工", label(wanted), "");
        } else if (!known.get().value().equals(wanted)) {
            draft.edits.change(draft.edits.responsibilities, known.get(), wanted);
            draft.changes("分工", label(wanted), "关键词、B角或依据有变");
        }
    }

    private Optional<Bearer> bearer(String code) {
        Optional<Bearer> post = posts.id(code).map(Bearer.OfPost::new);
        return post.isPresent() ? post : units.id(code).map(Bearer.OfUnit::new);
    }

    private String label(Responsibility line) {
        var who = draft.known.organisation().unitOf(line.bearer()).map(unit -> unit.shortName()).orElse("");
        return who + line.kind().chinese() + "“" + line.subject() + "”";
    }
}
