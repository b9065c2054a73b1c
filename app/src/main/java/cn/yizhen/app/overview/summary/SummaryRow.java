package cn.yizhen.app.overview.summary;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row: a matter under supervision as it stood.
 *
 * @param number       总号, with the paper's number before it where there are several tables
 * @param wording      任务原文
 * @param leader       牵头领导
 * @param lead         牵头单位
 * @param due          时限
 * @param progress     the latest line of progress in the period with its date, or 本季度无新记录
 * @param reported     somebody noted something in the period
 * @param problem      what the lead unit wrote of problems, empty for nothing
 * @param coordination what it asked to have coordinated and what became of it, empty for nothing
 * @param stage        where the matter stands by its procedure
 * @param over         it is closed
 * @param judgement    null where none was entered
 */
public record SummaryRow(UUID matter, String number, String source, String wording, String leader, String lead, @Nullable LocalDate due, String progress,
        boolean reported, String problem, String coordination, String stage, boolean over, @Nullable Judgement judgement) {

    public String judged() {
        return judgement == null ? "" : judgement.words();
    }
}
