package cn.yizhen.app.meeting;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.institution.Institutions;
import cn.yizhen.app.record.model.OfferedKind;
import cn.yizhen.rules.institution.Catalogue;
import cn.yizhen.rules.institution.RecordKind;
import cn.yizhen.rules.institution.Topic;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.UnitKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What kind of meeting a unit can call: those its institutions know, and a plain working meeting. */
@Component
class MeetingKinds {

    /** The kind of a meeting that counts for no institution; its record holds what was agreed. */
    static final String WORKING = "work-meeting";

    private static final Set<UnitKind> HOUSED = Set.of(UnitKind.BRANCH, UnitKind.STANDING_COMMITTEE);

    private final Institutions institutions;

    MeetingKinds(Institutions institutions) {
        this.institutions = institutions;
    }

    /**
     * @param unit  whose meeting it would be
     * @param value as a form carries it
     */
    record Choice(OfferedKind offered, Unit unit, String label, String value) {

        static Choice of(OfferedKind offered, Unit unit, boolean own) {
            var body = offered.body() == null ? "" : offered.body().id().toString();
            return new Choice(offered, unit, own ? offered.label() : unit.shortName() + " " + offered.label(), offered.kind().kind() + "~" + unit.id() + "~" + body);
        }
    }

    /** A plain working meeting first, then what the institutions know of the unit and of the branches it houses. */
    List<Choice> of(Scope scope, UnitId host, Organisation organisation) {
        var catalogue = catalogue(scope);
        var choices = new ArrayList<Choice>();
        organisation.unit(host).ifPresent(unit -> {
            catalogue.recordKinds().filter(kind -> kind.kind().equals(WORKING)).findFirst()
                    .ifPresent(kind -> choices.add(Choice.of(new OfferedKind(kind, null), unit, true)));
            Stream.concat(Stream.of(unit), organisation.children(host).stream().filter(child -> HOUSED.contains(child.kind())))
                    .forEach(whose -> OfferedKind.of(whose, organisation, catalogue).stream()
                            .filter(offered -> offered.kind().shape() == RecordKind.Shape.MEETING && !offered.kind().kind().equals(WORKING))
                            .map(offered -> Choice.of(offered, whose, whose.equals(unit))).forEach(choices::add));
        });
        return choices;
    }

    List<Topic> topics(Scope scope, OfferedKind offered) {
        return offered.topics(catalogue(scope), scope.asOf().on());
    }

    String title(Scope scope, String kind) {
        return catalogue(scope).recordKinds().filter(one -> one.kind().equals(kind)).findFirst().map(RecordKind::title).orElse(kind);
    }

    Catalogue catalogue(Scope scope) {
        return institutions.rulebook(scope).catalogue();
    }
}
