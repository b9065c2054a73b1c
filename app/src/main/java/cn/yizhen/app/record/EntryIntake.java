package cn.yizhen.app.record;

import cn.yizhen.app.access.NotHeld;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.record.model.OfferedKind;
import cn.yizhen.app.record.model.RecordContent;
import cn.yizhen.app.record.model.Soundness;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Reads and checks an entry, whether a person's form or another system brings it: the same questions, the same refusals. */
@Component
class EntryIntake {

    /** What an entry amounts to. */
    sealed interface Checked {

        record Sound(RecordContent content) implements Checked {}

        /** @param reasons every one of them */
        record Wrong(List<Reason> reasons) implements Checked {}

        /** It may be noted, once somebody has said that the warnings were seen. */
        record ToHeed(List<Reason> warnings) implements Checked {}
    }

    private final EntryPages pages;
    private final Catalogues catalogues;
    private final Checks checks;

    EntryIntake(EntryPages pages, Catalogues catalogues, Checks checks) {
        this.pages = pages;
        this.catalogues = catalogues;
        this.checks = checks;
    }

    Checked check(Scope scope, Entry entry) {
        return switch (entry.content()) {
            case Outcome.Refused<RecordContent>(var unread) -> new Checked.Wrong(entry.faults(unread, pages.today()));
            case Outcome.Done<RecordContent>(var content) -> {
                var reasons = new ArrayList<>(Soundness.reasons(content, entry.offered().kind(), entry.organisation(), pages.today()));
                if (reasons.isEmpty() && checks.mustAskForVoting(scope, content)) {
                    reasons.add(Reason.of("voting-present-missing", "人数不多，要看有表决权的来了几人。", "请填“实到中有表决权”的人数。"));
                }
                if (!reasons.isEmpty()) {
                    yield new Checked.Wrong(reasons);
                }
                var warnings = checks.warnings(scope, content);
                yield warnings.isEmpty() || entry.form().get("heeded").equals("yes") ? new Checked.Sound(content) : new Checked.ToHeed(warnings);
            }
        };
    }

    /** The unit the entry is for; the post's own where none is named. */
    Unit unit(Scope scope, EntryForm form) {
        Organisation organisation = pages.organisation(scope, pages.today());
        UnitId id = form.id("unit").map(UnitId::new).orElse(scope.post().unit());
        if (!Authority.mayNote(scope.post(), id, organisation)) {
            throw new NotHeld(scope.post().post());
        }
        return organisation.unit(id).or(() -> pages.organisation(scope, form.day().orElse(pages.today())).unit(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The kinds the unit may note today. */
    List<OfferedKind> offered(Scope scope, Unit unit) {
        return OfferedKind.of(unit, pages.organisation(scope, pages.today()), catalogues.of(scope));
    }

    /** The kind the entry is of, with the body it names. */
    Optional<OfferedKind> offered(Scope scope, EntryForm form, Unit unit) {
        return offered(scope, unit).stream()
                .filter(offered -> offered.kind().kind().equals(form.get("kind")))
                .filter(offered -> form.get("body").isEmpty() || offered.body() != null
                        && offered.body().id().toString().equals(form.get("body")))
                .findFirst();
    }
}
