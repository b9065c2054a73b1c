package cn.yizhen.app.organisation.roster;

import cn.yizhen.rules.organisation.Body;
import cn.yizhen.rules.organisation.Fact;
import cn.yizhen.rules.organisation.Holding;
import cn.yizhen.rules.organisation.MemberCount;
import cn.yizhen.rules.organisation.Membership;
import cn.yizhen.rules.organisation.OrganisationHistory;
import cn.yizhen.rules.organisation.Person;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.Responsibility;
import cn.yizhen.rules.organisation.Succession;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.Valid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Facts of one act that is still being put together: what begins, changes or ends on a day. Nothing known is
 * lost; what held before that day goes on holding for the days before it.
 */
public final class Edits {

    /** Numbered by the database when noted; until then later than everything known. */
    private static final long NOT_YET = Long.MAX_VALUE - 1;

    public final List<Fact<Unit>> units = new ArrayList<>();
    public final List<Fact<Person>> persons = new ArrayList<>();
    public final List<Fact<Post>> posts = new ArrayList<>();
    public final List<Fact<Holding>> holdings = new ArrayList<>();
    public final List<Fact<Body>> bodies = new ArrayList<>();
    public final List<Fact<Membership>> memberships = new ArrayList<>();
    public final List<Fact<MemberCount>> counts = new ArrayList<>();
    public final List<Fact<Responsibility>> responsibilities = new ArrayList<>();
    public final List<Fact<Succession>> successions = new ArrayList<>();
    private final LocalDate day;
    private final Supplier<UUID> ids;

    public Edits(LocalDate day, Supplier<UUID> ids) {
        this.day = day;
        this.ids = ids;
    }

    public UUID id() {
        return ids.get();
    }

    public <T> void begin(List<Fact<T>> facts, T value) {
        facts.add(Fact.noted(ids.get(), value, Valid.from(day), NOT_YET));
    }

    /** From the day on it is so; where the known fact began that very day, it was so from the start. */
    public <T> void change(List<Fact<T>> facts, Fact<T> known, T value) {
        if (known.valid().from().equals(day)) {
            correct(facts, known, value);
            return;
        }
        end(facts, known);
        facts.add(Fact.noted(ids.get(), value, new Valid(day, known.valid().until()), NOT_YET));
    }

    /** It was so from the start; what was noted before was wrong. */
    public <T> void correct(List<Fact<T>> facts, Fact<T> wrong, T value) {
        correct(facts, wrong, value, wrong.valid());
    }

    public <T> void correct(List<Fact<T>> facts, Fact<T> wrong, T value, Valid days) {
        facts.add(new Fact<>(ids.get(), value, days, NOT_YET, wrong.id()));
    }

    public <T> void end(List<Fact<T>> facts, Fact<T> known) {
        facts.add(new Fact<>(ids.get(), known.value(), known.valid().endingOn(day), NOT_YET, known.id()));
    }

    public OrganisationHistory facts() {
        return new OrganisationHistory(units, persons, posts, holdings, bodies, memberships, counts, responsibilities, successions);
    }

    /** All of them as one. */
    public static OrganisationHistory joined(List<OrganisationHistory> parts) {
        return new OrganisationHistory(
                all(parts, OrganisationHistory::units), all(parts, OrganisationHistory::persons), all(parts, OrganisationHistory::posts),
                all(parts, OrganisationHistory::holdings), all(parts, OrganisationHistory::bodies),
                all(parts, OrganisationHistory::memberships), all(parts, OrganisationHistory::memberCounts),
                all(parts, OrganisationHistory::responsibilities), all(parts, OrganisationHistory::successions));
    }

    private static <T> List<T> all(List<OrganisationHistory> parts, Function<OrganisationHistory, List<T>> facts) {
        return parts.stream().flatMap(part -> facts.apply(part).stream()).toList();
    }
}
