package cn.yizhen.rules.organisation;

import java.util.UUID;

/** Identity of a body (班子); it outlives every change of name, parent or holder. */
public record BodyId(UUID value) {

    public static BodyId of(String text) {
        return new BodyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
