package cn.yizhen.rules.organisation;

import java.util.UUID;

/** Identity of a person (人员); it outlives every change of name, parent or holder. */
public record PersonId(UUID value) {

    public static PersonId of(String text) {
        return new PersonId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
