package cn.yizhen.rules.organisation;

import java.util.UUID;

/** Identity of a post (岗位); it outlives every change of name, parent or holder. */
public record PostId(UUID value) {

    public static PostId of(String text) {
        return new PostId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
