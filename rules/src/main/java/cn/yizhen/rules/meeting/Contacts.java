package cn.yizhen.rules.meeting;

import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.Unit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whom to ring up about a seat of a unit (电话单上找谁): whoever keeps its contacts or papers; for a committee, congress or
 * government that has no such post of its own, its office; who heads a unit only where there is nobody else.
 */
public record Contacts(Organisation organisation) {

    /** Who is rung up, the first that is there. */
    private static final List<String> FUNCTIONS = List.of("contact", "office", "recorder");
    private static final String OFFICE = "办公室";

    /** @param unit where the telephone rings: the unit itself, or its office */
    public record Contact(Unit unit, Post post) {}

    /** Empty where nobody holds a post there. */
    public Optional<Contact> of(Unit unit) {
        return keeping(unit).or(() -> office(unit).flatMap(this::keeping)).or(() -> anybody(unit));
    }

    private Optional<Contact> keeping(Unit unit) {
        var posts = new Attendees(organisation).candidates(unit);
        return FUNCTIONS.stream().flatMap(function -> posts.stream().filter(post -> post.serves(function))).findFirst().map(post -> new Contact(unit, post));
    }

    /** The unit beside it that is called its office, by its full or its short name: 某县人民政府办公室, 中共某县委办公室. */
    private Optional<Unit> office(Unit unit) {
        return unit.parent() == null ? Optional.empty() : organisation.children(unit.parent()).stream()
                .filter(beside -> beside.name().endsWith(OFFICE))
                .filter(beside -> isOf(unit, beside.name().substring(0, beside.name().length() - OFFICE.length()))).findFirst();
    }

    private static boolean isOf(Unit unit, String whose) {
        return whose.equals(unit.name()) || whose.endsWith(unit.shortName());
    }

    private Optional<Contact> anybody(Unit unit) {
        var lowestFirst = new Attendees(organisation).candidates(unit).reversed();
        return Stream.concat(lowestFirst.stream().filter(post -> !Seat.heads(post, organisation)), lowestFirst.stream()).findFirst()
                .map(post -> new Contact(unit, post));
    }
}
