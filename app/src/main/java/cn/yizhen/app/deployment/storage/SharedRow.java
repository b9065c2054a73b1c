package cn.yizhen.app.deployment.storage;

import cn.yizhen.app.deployment.model.Handling;
import cn.yizhen.app.deployment.model.Row;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row as those outside the drafting office see it.
 *
 * @param section title of the heading it stands under
 * @param issued  part of an issued table; otherwise its units are being asked
 * @param change  the paper that changed it last after issue, or null
 */
public record SharedRow(UUID deployment, Row row, String section, boolean issued, @Nullable Change change) {

    /** The paper of an adjustment and its day. */
    public record Change(String paper, LocalDate day) {}

    /** How a change after issue is called: 终止, 中止 or 调整. */
    public String called() {
        return called(row, ended());
    }

    public static String called(Row row, boolean ended) {
        return ended ? "终止" : row.suspended() != null ? "中止" : "调整";
    }

    /** Ended by an adjustment: what is merely noted leaves a table before it is issued. */
    public boolean ended() {
        return issued && row.handling() == Handling.NOTED;
    }
}
