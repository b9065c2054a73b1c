package cn.yizhen.rules.organisation;

import java.util.Optional;

/** Who can be asked for something: a unit, a post, a body or a person. */
public sealed interface Bearer {

    record OfUnit(UnitId unit) implements Bearer {}

    record OfPost(PostId post) implements Bearer {}

    record OfBody(BodyId body) implements Bearer {}

    record OfPerson(PersonId person) implements Bearer {}

    /** Stable spelling for keys and addresses, such as {@code unit:0198c0de-...}. */
    default String key() {
        return switch (this) {
            case OfUnit(var unit) -> "unit:" + unit;
            case OfPost(var post) -> "post:" + post;
            case OfBody(var body) -> "body:" + body;
            case OfPerson(var person) -> "person:" + person;
        };
    }

    /** The bearer spelt by {@link #key}; empty for anything else. */
    static Optional<Bearer> parse(String key) {
        int colon = key.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String id = key.substring(colon + 1);
        try {
            return switch (key.substring(0, colon)) {
                case "unit" -> Optional.of(new OfUnit(UnitId.of(id)));
                case "post" -> Optional.of(new OfPost(PostId.of(id)));
                case "body" -> Optional.of(new OfBody(BodyId.of(id)));
                case "person" -> Optional.of(new OfPerson(PersonId.of(id)));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
