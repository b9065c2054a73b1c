package cn.yizhen.app.burden;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 减负直通车反映: what somebody below finds too much. There is nobody in it.
 *
 * @param day       the civil day it came in; never finer
 * @param about     in the writer's words
 * @param ofTheDesk the demand came from the receiving desk itself, so a second recipient reads it too
 * @param answer    the newest answer, or null while it waits
 */
public record Complaint(UUID id, LocalDate day, Kind kind, String about, boolean ofTheDesk, @Nullable Answer answer) {

    public record Answer(UUID act, LocalDate day, String text) {}

    /** What the demand was. */
    public enum Kind {
        FORM("填表报数"),
        MEETING("会议"),
        DOCUMENT("文件"),
        INSPECTION("督查检查考核"),
        TRACE("拍照留痕、打卡签到"),
        GROUP("工作群、软件"),
        TASK("不该由基层承担的事"),
        OTHER("其他");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
