package cn.yizhen.app.deployment.model;

import java.util.UUID;

/** Identity of a row; it outlives regrading, reassigning and every later adjustment. */
public record RowId(UUID value) {

    public static RowId of(String text) {
        return new RowId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
