package cn.yizhen.app.record;

import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.record.model.Decision;
import cn.yizhen.app.record.model.NotedRecord;
import cn.yizhen.app.record.model.Verdict;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.institution.RecordKind;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record as it is shown and printed, everything in words.
 *
 * @param post     the post the asker can correct it under, or null
 * @param onBehalf 青岚镇代为登记, or empty
 * @param notedBy  who noted it, by post
 * @param topics   the marks in words
 * @param term     what the unit still notes of its term of office though this election began another; null where nothing is to be said
 */
public record RecordView(
        NotedRecord record,
        RecordKind kind,
        String title,
        String unit,
        String body,
        String chair,
        String recorder,
        String present,
        List<String> topics,
        String onBehalf,
        String notedBy,
        @Nullable HeldPost post,
        List<Earlier> earlier,
        List<Dispute> disputes,
        List<Attachment> attachments,
        List<Reason> warnings,
        List<Decided> decided,
        @Nullable Term term) {

    /**
     * The day from which an election's term runs, to be noted with one tap.
     *
     * @param action  where it is noted
     * @param key     of the act, made with the page
     * @param standing the day that stands there now, in words, or empty
     */
    public record Term(String action, UUID key, LocalDate began, String standing) {}

    /** A decision with its check. */
    public record Decided(Decision decision, Verdict verdict) {}

    /**
     * A version that was corrected or taken back.
     *
     * @param what   what it said
     * @param reason what was done to it and why
     */
    public record Earlier(LocalDate notedOn, String by, String what, String reason) {}

    /**
     * What the unit says against an entry, and the answer.
     *
     * @param answer null while nobody answered
     */
    public record Dispute(UUID id, String words, LocalDate notedOn, String by, @Nullable String answer) {}

    public record Attachment(UUID id, String name, int size) {

        public String sizeLabel() {
            return size < 1 << 20 ? Math.max(1, size >> 10) + " KB" : (size >> 20) + " MB";
        }
    }

    public boolean meeting() {
        return kind.shape() == RecordKind.Shape.MEETING;
    }

    public boolean training() {
        return kind.shape() == RecordKind.Shape.TRAINING;
    }

    public boolean onlyTheDay() {
        return kind.shape() == RecordKind.Shape.OCCURRENCE;
    }

    /** The record in one line, for comparing. */
    public String words() {
        return RecordPages.words(record);
    }

    /** 青禾村党支部〔2026〕第12号 */
    public String number() {
        return unit + record.numberLabel();
    }

    /** 应到 23 人，实到 20 人，有表决权 21 人 */
    public String headcount() {
        var count = record.content().headcount();
        return count == null ? "" : "应到 " + count.due() + " 人，实到 " + count.present() + " 人；应到有表决权 " + count.votingDue() + " 人"
                + (count.votingPresent() == null ? "" : "，实到有表决权 " + count.votingPresent() + " 人")
                + (count.notCounted().isEmpty() ? "" : "（不计：" + count.notCounted() + "）");
    }
}
