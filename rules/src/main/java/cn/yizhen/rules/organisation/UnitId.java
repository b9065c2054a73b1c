package cn.yizhen.rules.organisation;

import java.util.UUID;

/** Identity of a unit (单位); it outlives every change of name, parent or holder. */
public record UnitId(UUID value) {

    public static UnitId of(String text) {
        return new UnitId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
