package cn.yizhen.app.record.model;

import cn.yizhen.rules.institution.BearerKind;
import cn.yizhen.rules.institution.Catalogue;
import cn.yizhen.rules.institution.Condition;
import cn.yizhen.rules.institution.Duty;
import cn.yizhen.rules.institution.RecordKind;
import cn.yizhen.rules.institution.RecordView;
import cn.yizhen.rules.institution.Topic;
import cn.yizhen.rules.duty.Views;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Body;
import cn.yizhen.rules.organisation.BodyKind;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A kind of record a unit can note: one that counts for a duty of the unit, of a body or of a post of
 * it, or of whoever holds one.
 *
 * @param body the body that meets, or null
 */
public record OfferedKind(RecordKind kind, @Nullable Body body) {

    /** 党小组会（第一党小组）, or the kind's title where the body adds nothing. */
    public String label() {
        return body == null || body.kind() != BodyKind.PARTY_GROUP ? kind.title() : kind.title() + "（" + body.name() + "）";
    }

    /** Where its form is, for noting it under a post. */
    public String address(PostId under, Unit unit) {
        return "/posts/" + under + "/records/new?kind=" + kind.kind() + "&unit=" + unit.id()
                + (body == null ? "" : "&body=" + body.id());
    }

    /** Marks that make a difference for this kind: a duty that still asks, or a quorum, turns on them. */
    public List<Topic> topics(Catalogue catalogue, LocalDate today) {
        return topics(catalogue, today, Set.of());
    }

    /** @param said marks that a record has already, which a correction must not lose even where nothing asks for them any more */
    public List<Topic> topics(Catalogue catalogue, LocalDate today, Set<String> said) {
        Set<String> named = catalogue.duties().filter(duty -> duty.ending().filter(end -> today.isAfter(end.lastDay())).isEmpty())
                .flatMap(duty -> Stream.concat(Stream.of(duty.counts()),
                        duty.on(today).stream().flatMap(t -> t.quorum().stream()).flatMap(t -> t.when().stream())
                                .filter(_ -> duty.counts().holds(new RecordView(kind.kind(), Set.of(), Set.of())))))
                .filter(condition -> condition.mentions().stream().anyMatch(m -> m.word().equals(kind.kind()))
                        || condition.mentions().stream().noneMatch(m -> m.variable().equals("record.kind")))
                .flatMap(condition -> condition.mentions().stream())
                .map(mention -> mention.word())
                .collect(Collectors.toSet());
        return catalogue.topics().filter(topic -> named.contains(topic.topic()) || said.contains(topic.topic())).toList();
    }

    /** All kinds a unit can note on the day of the organisation, in the order of the catalogue. */
    public static List<OfferedKind> of(Unit unit, Organisation organisation, Catalogue catalogue) {
        Set<String> everyTopic = catalogue.topics().map(Topic::topic).collect(Collectors.toSet());
        return catalogue.recordKinds()
                .flatMap(kind -> {
                    var view = new RecordView(kind.kind(), everyTopic, Set.of("secretary"));
                    List<Duty> duties = catalogue.duties().filter(duty -> duty.counts().holds(view)).toList();
                    return offered(kind, duties, unit, organisation);
                })
                .distinct()
                .toList();
    }

    private static Stream<OfferedKind> offered(RecordKind kind, List<Duty> duties, Unit unit, Organisation organisation) {
        List<Body> bearing = organisation.bodies(unit.id()).stream()
                .filter(body -> duties.stream().anyMatch(duty -> duty.bearer() == BearerKind.BODY
                        && suits(kind.kind(), body, duty)
                        && duty.fallsTo().holds(Views.of(new Bearer.OfBody(body.id()), organisation))))
                .toList();
        if (!bearing.isEmpty()) {
            return bearing.stream().map(body -> new OfferedKind(kind, body));
        }
        boolean falls = duties.stream().anyMatch(duty -> switch (duty.bearer()) {
            case UNIT -> duty.fallsTo().holds(Views.of(new Bearer.OfUnit(unit.id()), organisation));
            case POST -> organisation.posts(unit.id()).stream()
                    .anyMatch(post -> duty.fallsTo().holds(Views.of(new Bearer.OfPost(post.id()), organisation)));
            case PERSON -> organisation.posts(unit.id()).stream()
                    .flatMap(post -> organisation.holders(post.id()).stream())
                    .anyMatch(held -> duty.fallsTo().holds(Views.of(new Bearer.OfPerson(held.person()), organisation)));
            case BODY -> false;
        });
        return falls ? Stream.of(new OfferedKind(kind, meeting(kind, unit, organisation))) : Stream.empty();
    }

    /** What is noted for a duty: of several kinds that count the one the bearer's body holds; empty where nothing noted counts. */
    public static Optional<String> wanted(Duty duty, @Nullable Body bearer) {
        return kinds(duty).filter(kind -> bearer == null || suits(kind, bearer, duty)).findFirst();
    }

    /** The marks without which a record of that kind does not count for the duty, where every kind needs them. */
    public static List<String> marks(Duty duty) {
        return duty.counts().mentions().stream().filter(mention -> mention.variable().equals("record.topics")).map(Condition.Mention::word).toList();
    }

    /** Where several kinds count for one duty, each body holds the kind that is named after it. */
    private static boolean suits(String kind, Body body, Duty duty) {
        return kinds(duty).count() == 1 || kind.startsWith(body.kind().word());
    }

    private static Stream<String> kinds(Duty duty) {
        return duty.counts().mentions().stream().filter(mention -> mention.variable().equals("record.kind")).map(Condition.Mention::word).distinct();
    }

    /** Of a meeting of a unit: the body of the kind's name, else the whole branch. */
    private static @Nullable Body meeting(RecordKind kind, Unit unit, Organisation organisation) {
        if (kind.shape() != RecordKind.Shape.MEETING) {
            return null;
        }
        return organisation.bodies(unit.id()).stream()
                .filter(body -> body.kind().word().equals(kind.kind()))
                .findFirst()
                .or(() -> organisation.bodies(unit.id(), BodyKind.BRANCH_ASSEMBLY).stream().findFirst())
                .orElse(null);
    }
}
