package cn.yizhen.app.record.model;

import cn.yizhen.rules.Reason;
import cn.yizhen.rules.calendar.Days;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.institution.RecordKind;
import cn.yizhen.rules.organisation.BodyId;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What makes a record impossible; everything at once, each with what to do. */
public final class Soundness {

    private static final int LONGEST_LINE = 100;
    private static final int LONGEST_MARK = 40;
    private static final int MOST_PEOPLE = 10_000;
    private static final int MOST_HOURS = 400;

    private final RecordContent content;
    private final RecordKind.Shape shape;
    private final List<Reason> reasons = new ArrayList<>();

    private Soundness(RecordContent content, RecordKind.Shape shape) {
        this.content = content;
        this.shape = shape;
    }

    /**
     * @param organisation of the day it happened
     * @return every reason why it cannot stand; empty when it can
     */
    public static List<Reason> reasons(RecordContent content, RecordKind kind, Organisation organisation, LocalDate today) {
        Soundness check = new Soundness(content, kind.shape());
        check.day(organisation, today);
        check.topic();
        check.headcount();
        check.hours();
        check.decisions();
        return check.reasons;
    }

    /** Why nothing can have happened there that day: unit or body did not exist by the organisation of the day. */
    public static Optional<Reason> notThere(LocalDate day, UnitId unit, @Nullable BodyId body, Organisation organisation) {
        if (organisation.unit(unit).isEmpty()) {
            return Optional.of(Reason.of("day-before-the-unit", Days.full(day) + "还没有这个单位（或已撤销）。", "请核对日期；由前身单位开的，请在前身单位名下登记。"));
        }
        return body != null && organisation.body(body).isEmpty()
                ? Optional.of(Reason.of("day-before-the-body", Days.full(day) + "还没有这个班子。", "请核对日期。")) : Optional.empty();
    }

    private void day(Organisation organisation, LocalDate today) {
        LocalDate day = content.day();
        if (day.isAfter(today)) {
            add("day-in-the-future", "日期" + Days.full(day) + "还没有到。", "开过之后再登记；日期填错的请改正。");
        } else {
            notThere(day, content.unit(), content.body(), organisation).ifPresent(reasons::add);
        }
        Period makesUp = content.makesUpFor();
        if (makesUp != null && !day.isAfter(makesUp.lastDay())) {
            add("make-up-too-early", "补开的日期在" + makesUp.label() + "之内，不算补开。", "请取消“补开”，按当期登记。");
        }
    }

    private void topic() {
        if (shape == RecordKind.Shape.OCCURRENCE) {
            return;
        }
        if (content.topic().isBlank()) {
            add("topic-missing", shape == RecordKind.Shape.PAPER ? "标题没有填。" : "议题没有填。", "写一句话就行。");
        } else if (content.topic().length() > LONGEST_LINE) {
            add("topic-too-long", "议题有 " + content.topic().length() + " 个字，超过 " + LONGEST_LINE + " 个字。", "请缩成一句话，细节留在纸质记录里。");
        }
    }

    private void hours() {
        if (shape == RecordKind.Shape.TRAINING && (content.hours() < 1 || content.hours() > MOST_HOURS)) {
            add("hours-implausible", "学时是 " + content.hours() + "，应在 1 到 " + MOST_HOURS + " 之间。", "请按通知或结业证明填整数。");
        }
    }

    private void headcount() {
        Headcount count = content.headcount();
        if (shape != RecordKind.Shape.MEETING) {
            return;
        }
        if (count == null) {
            add("present-missing", "实到人数没有填。", "填到会的人数。");
            return;
        }
        if (count.due() > MOST_PEOPLE) {
            add("due-implausible", "应到 " + count.due() + " 人，不合常理。", "请核对应到人数。");
        }
        if (count.present() > count.due()) {
            add("present-more-than-due", "实到 " + count.present() + " 人，多于应到 " + count.due() + " 人。", "请核对实到人数；名册有变化的，在“应到人数”里改。列席人员不计入实到。");
        } else if (count.present() == 0) {
            add("nobody-present", "实到 0 人，会没有开成。", "没有开成的不用登记。");
        }
        Integer voting = count.votingPresent();
        if (count.votingDue() > count.due()) {
            add("voting-more-than-due", "有表决权 " + count.votingDue() + " 人，多于应到 " + count.due() + " 人。", "请核对有表决权人数。");
        } else if (voting != null && (voting > count.present() || voting > count.votingDue())) {
            add("voting-more-than-present", "实到中有表决权 " + voting + " 人，多于实到或应到有表决权人数。", "请核对。");
        }
    }

    private void decisions() {
        Headcount count = content.headcount();
        for (int i = 0; i < content.decisions().size(); i++) {
            Decision decision = content.decisions().get(i);
            String name = "第 " + decision.item() + " 项决定";
            int votes = decision.votes().total();
            if (!decision.personnel() && decision.about().isBlank()) {
                add("decision-unnamed", name + "没有写决定了什么。", "写一句话；没有作出决定的，清空这一项。");
            }
            if (decision.about().length() > LONGEST_LINE) {
                add("decision-too-long", name + "超过 " + LONGEST_LINE + " 个字。", "请缩成一句话。");
            }
            if (count != null && votes + decision.recused() > count.votingPresentAtMost()) {
                add("more-votes-than-voters", name + "共 " + votes + " 票" + (decision.recused() == 0 ? "" : "、回避 " + decision.recused() + " 人")
                        + "，多于到会有表决权的 " + count.votingPresentAtMost() + " 人。", "请核对票数和回避人数。");
            }
            if (decision.paperMark().length() > LONGEST_MARK) {
                add("paper-mark-too-long", name + "的材料编号超过 " + LONGEST_MARK + " 个字。", "只写编号。");
            }
            if (content.decisions().stream().limit(i).anyMatch(earlier -> earlier.item() == decision.item())) {
                add("item-twice", "议题序号 " + decision.item() + " 写了两次。", "一项一个序号。");
            }
        }
    }

    private void add(String code, String text, String next) {
        reasons.add(Reason.of(code, text, next));
    }
}
