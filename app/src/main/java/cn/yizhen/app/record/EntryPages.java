package cn.yizhen.app.record;

import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.app.record.model.NotedRecord;
import cn.yizhen.app.record.model.OfferedKind;
import cn.yizhen.app.record.model.RecordContent;
import cn.yizhen.app.record.model.Roll;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.institution.RecordKind;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Fills the entry form: what is known stands there already, and it says beforehand what it will count for. */
@Component
class EntryPages {

    private final Organisations organisations;
    private final Checks checks;
    private final Records records;
    private final ObjectProvider<CountsFor> countsFor;
    private final EntryChoices choices;
    private final Ids ids;
    private final Clock clock;

    EntryPages(Organisations organisations, Checks checks, Records records, ObjectProvider<CountsFor> countsFor,
            EntryChoices choices, Ids ids, Clock clock) {
        this.organisations = organisations;
        this.checks = checks;
        this.records = records;
        this.countsFor = countsFor;
        this.choices = choices;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whether the post may correct what a unit noted, which may have merged into another since. */
    boolean mayCorrect(Scope scope, UnitId unit) {
        return Authority.mayCorrect(scope.post(), organisations.answering(scope, unit), organisation(scope, today()));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Organisation organisation(Scope scope, LocalDate day) {
        return organisations.asOf(scope, AsOf.on(day));
    }

    /** What was typed, read against the organisation of the day it names; of today where it names none. */
    Entry entry(Scope scope, EntryForm form, OfferedKind offered, Unit unit) {
        return new Entry(form, offered, unit, organisation(scope, dayOf(form)));
    }

    /**
     * The same for a correction. What was noted under a unit for a day after its end (a merger entered late) is read as of the
     * unit's last day: otherwise what stands there could be taken back but never put right.
     */
    Entry entry(Scope scope, EntryForm form, OfferedKind offered, Unit unit, NotedRecord correcting) {
        LocalDate last = lastDay(scope, unit.id());
        LocalDate day = dayOf(form);
        return new Entry(form, offered, unit, organisation(scope, day.isAfter(last) && correcting.content().day().isAfter(last) ? last : day));
    }

    /** The unit of a record as it was on the record's day, or on its own last day where that lies before. */
    Optional<Unit> unitOf(Scope scope, RecordContent content) {
        LocalDate last = lastDay(scope, content.unit());
        return organisation(scope, content.day().isAfter(last) ? last : content.day()).unit(content.unit());
    }

    private LocalDate lastDay(Scope scope, UnitId unit) {
        return organisations.timeline(scope).lifeOf(new Bearer.OfUnit(unit)).map(Valid::until).map(until -> until.minusDays(1)).orElse(LocalDate.MAX);
    }

    private LocalDate dayOf(EntryForm form) {
        return form.day().filter(d -> !d.isAfter(today())).orElse(today());
    }

    /** A form with everything that is known: today, the usual place, who leads, who takes the minutes. */
    EntryForm prefilled(Scope scope, Unit unit, OfferedKind offered) {
        Organisation organisation = organisation(scope, today());
        var last = records.last(scope, unit.id(), offered.kind().kind()).map(NotedRecord::content);
        return EntryForm.empty()
                .with("key", ids.next()).with("kind", offered.kind().kind()).with("unit", unit.id())
                .with("body", offered.body() == null ? "" : offered.body().id())
                .with("day", today())
                .with("place", last.map(RecordContent::place).orElse(""))
                .with("chair", holder(organisation, unit, offered, scope, "secretary", "head", "director"))
                .with("recorder", holder(organisation, unit, offered, scope, "recorder", "organisation-member"));
    }

    /** The form of a correction, with the record as it stands. */
    EntryForm correcting(NotedRecord record) {
        RecordContent content = record.content();
        var count = content.headcount();
        EntryForm form = EntryForm.empty()
                .with("key", ids.next()).with("basedOn", record.act()).with("kind", content.kind()).with("unit", content.unit())
                .with("body", content.body()).with("day", content.day()).with("place", content.place())
                .with("chair", content.chair()).with("recorder", content.recorder()).with("topic", content.topic())
                .with("topics", List.copyOf(content.topics())).with("hours", content.hours() == 0 ? "" : content.hours())
                .with("person", content.present().stream().map(PersonId::toString).toList())
                .with("makesUpFor", content.makesUpFor() == null ? "" : content.makesUpFor().from() + "~" + content.makesUpFor().until());
        form = DecisionLines.typed(form, content.decisions());
        return count == null ? form : form.with("present", count.present()).with("due", count.due())
                .with("votingDue", count.votingDue()).with("votingPresent", count.votingPresent());
    }

    EntryView view(Scope scope, Entry entry, List<Reason> reasons, @Nullable NotedRecord correcting,
            @Nullable RecordView newer, boolean confirm) {
        HeldPost post = scope.post();
        Unit unit = entry.unit();
        var organisation = entry.organisation();
        boolean home = organisations.answering(scope, unit.id()).stream()
                .anyMatch(answering -> Authority.atHome(post.unit(), answering, organisation(scope, today())));
        return new EntryView(post, scope.account(), unit, entry.offered(), home ? "" : post.unitName() + "代为登记", entry.form(),
                preview(scope, entry), choices.leaders(organisation, unit, entry), choices.members(scope, organisation, entry),
                choices.topics(scope, entry, today()), choices.makeUps(scope, entry, today()), reasons, correcting, newer, confirm);
    }

    /** What it would count for and what is missing for it to be valid, as typed so far. */
    EntryView.Preview preview(Scope scope, Entry entry) {
        Roll roll = entry.roll();
        var half = entry.form().get("present").isEmpty() ? entry.form().with("present", Math.max(1, roll.due())) : entry.form();
        half = half.number("hours").isEmpty() ? half.with("hours", 1) : half;
        if (!(new Entry(half, entry.offered(), entry.unit(), entry.organisation()).content() instanceof Outcome.Done<RecordContent>(var content))) {
            return new EntryView.Preview(roll.words(), roll.known(), List.of(), false, List.of(), false);
        }
        var asked = countsFor.getIfAvailable();
        var record = new NotedRecord(new UUID(0, 0), new UUID(0, 0), new UUID(0, 0), null, null, false, 0, 1, content, today(),
                scope.person(), null, content.unit());
        List<CountsFor.Counting> counting = asked == null ? List.of()
                : asked.countsFor(scope, record.happened(entry.offered().kind().title()));
        return new EntryView.Preview(roll.words(), roll.known(), counting, asked != null,
                checks.warnings(scope, content), checks.mustAskForVoting(scope, content));
    }

    private static String holder(Organisation organisation, Unit unit, OfferedKind offered, Scope scope, String... functions) {
        boolean minutes = functions[0].equals("recorder");
        if (!minutes && offered.kind().shape() != RecordKind.Shape.MEETING) {
            return scope.person() == null ? "" : scope.person().toString();
        }
        return Stream.of(functions)
                .flatMap(function -> organisation.posts(unit.id(), function).stream())
                .flatMap(post -> organisation.holders(post.id()).stream())
                .map(holding -> holding.person().toString())
                .findFirst()
                .orElse(scope.person() == null || !minutes ? "" : scope.person().toString());
    }
}
