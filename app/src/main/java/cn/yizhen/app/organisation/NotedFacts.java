package cn.yizhen.app.organisation;

import cn.yizhen.app.access.Scope;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Body;
import cn.yizhen.rules.organisation.BodyId;
import cn.yizhen.rules.organisation.Fact;
import cn.yizhen.rules.organisation.OrganisationHistory;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.UnitId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everything noted about a unit as it stands today, fact by fact, for whoever corrects it. */
@Component
class NotedFacts {

    private final Organisations organisations;

    NotedFacts(Organisations organisations) {
        this.organisations = organisations;
    }

    List<Noted> of(Scope scope, UnitId unit) {
        return new Gathering(organisations.named(scope).standing(), changes(scope)).about(unit);
    }

    /** The one fact, wherever it belongs; empty where it has been corrected since. */
    Optional<Noted> find(Scope scope, UUID fact) {
        return new Gathering(organisations.named(scope).standing(), changes(scope)).all().stream()
                .filter(noted -> noted.fact().equals(fact)).findFirst();
    }

    private Map<Long, String> changes(Scope scope) {
        return organisations.changes(scope).stream().filter(change -> change.number() != null)
                .collect(Collectors.toMap(Organisations.Change::number, Organisations.Change::title, (one, _) -> one));
    }

    /** The facts of one history put into words. */
    private static final class Gathering {

        private final OrganisationHistory history;
        private final Map<Long, String> changes;
        private final Map<PersonId, String> names;
        private final Map<PostId, Post> posts;
        private final Map<BodyId, Body> bodies;
        private final Map<UnitId, String> units = new HashMap<>();
        private final List<Noted> found = new ArrayList<>();

        Gathering(OrganisationHistory history, Map<Long, String> changes) {
            this.history = history;
            this.changes = changes;
            this.names = last(history.persons(), person -> person.id(), person -> person.name());
            this.posts = last(history.posts(), Post::id, Function.identity());
            this.bodies = last(history.bodies(), Body::id, Function.identity());
            history.units().forEach(fact -> units.put(fact.value().id(), fact.value().shortName()));
        }

        List<Noted> all() {
            return gather(_ -> true);
        }

        List<Noted> about(UnitId unit) {
            return gather(unit::equals);
        }

        private List<Noted> gather(Predicate<UnitId> unit) {
            add("单位", history.units(), one -> unit.test(one.id()), one -> one.name() + "（" + one.code() + "）"
                    + (one.parent() == null ? "" : "，上级" + units.getOrDefault(one.parent(), "")), null, true);
            add("岗位", history.posts(), post -> unit.test(post.unit()), post -> post.title() + "（" + post.code() + "）", null, true);
            add("任职", history.holdings(), held -> posts.containsKey(held.post()) && unit.test(posts.get(held.post()).unit()),
                    held -> title(held.post()) + "：" + names.getOrDefault(held.person(), "") + "（" + held.kind().chinese() + "）", held -> held.person(), false);
            add("班子", history.bodies(), body -> unit.test(body.unit()), Body::name, null, true);
            add("成员", history.memberships(), member -> within(member.body(), unit), member -> name(member.body()) + "："
                    + names.getOrDefault(member.person(), "") + "（" + member.kind().chinese() + "，" + (member.voting() ? "有" : "无") + "表决权）", member -> member.person(), false);
            add("人数", history.memberCounts(), count -> within(count.body(), unit), count -> name(count.body()) + "：正式 " + count.full() + " 人，预备 "
                    + count.probationary() + " 人，有表决权 " + count.voting() + " 人", null, false);
            add("分工", history.responsibilities(), line -> switch (line.bearer()) {
                case Bearer.OfPost(var post) -> posts.containsKey(post) && unit.test(posts.get(post).unit());
                case Bearer.OfUnit(var own) -> unit.test(own);
                default -> false;
            }, line -> (line.bearer() instanceof Bearer.OfPost(var post) ? title(post) : "") + line.kind().chinese() + "“" + line.subject() + "”"
                    + (line.over() == null ? "" : "（" + units.getOrDefault(line.over(), "") + "）"), null, true);
            add("承继", history.successions(), succession -> succession.predecessors().stream().anyMatch(unit) || succession.successors().stream().anyMatch(unit),
                    succession -> named(succession.predecessors()) + succession.kind().chinese() + "为" + named(succession.successors()), null, false);
            return found;
        }

        private <T> void add(String what, List<Fact<T>> facts, Predicate<T> which, Function<T, String> words,
                @Nullable Function<T, PersonId> person, boolean worded) {
            facts.stream().filter(fact -> which.test(fact.value())).sorted(Comparator.comparing(fact -> fact.valid().from()))
                    .map(fact -> new Noted(fact.id(), what, words.apply(fact.value()), fact.valid(), changes.getOrDefault(fact.act(), "刚刚记下"),
                            person == null ? null : person.apply(fact.value()), worded))
                    .forEach(found::add);
        }

        private boolean within(BodyId body, Predicate<UnitId> unit) {
            return bodies.containsKey(body) && unit.test(bodies.get(body).unit());
        }

        private String title(PostId post) {
            return posts.containsKey(post) ? posts.get(post).title() : "";
        }

        private String name(BodyId body) {
            return bodies.containsKey(body) ? bodies.get(body).name() : "";
        }

        private String named(Iterable<UnitId> which) {
            var said = new ArrayList<String>();
            which.forEach(unit -> said.add(units.getOrDefault(unit, "")));
            return String.join("、", said.stream().sorted().toList());
        }

        private static <T, K, V> Map<K, V> last(List<Fact<T>> facts, Function<T, K> key, Function<T, V> value) {
            return facts.stream().map(Fact::value).collect(Collectors.toMap(key, value, (_, later) -> later));
        }
    }
}
