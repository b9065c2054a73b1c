package cn.yizhen.app.deployment.web;

import cn.yizhen.app.deployment.application.TableOfTasks;
import cn.yizhen.app.deployment.model.Row;
import cn.yizhen.app.deployment.returning.TakingOver;
import cn.yizhen.rules.Reason;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A table issued before, about to be brought in.
 *
 * @param read  null before a file was read
 * @param title as typed or found, with paper and day likewise
 * @param table what was read, to be sent back
 */
public record TakeOverPage(
        String post, UUID key, @Nullable TakingOver read, String title, String paper, String day, String file, String table, List<Reason> reasons) {

    public String due(Row row) {
        return TableOfTasks.due(row);
    }

    public String section(Row row) {
        return read == null || row.section() == 0 ? "" : read.drafted().sections().get(row.section() - 1);
    }
}
