package cn.yizhen.app.matter;

import java.util.UUID;

/** Identity of a matter (事项). */
public record MatterId(UUID value) {

    public static MatterId of(String text) {
        return new MatterId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
