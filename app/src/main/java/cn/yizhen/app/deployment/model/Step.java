package cn.yizhen.app.deployment.model;

import java.time.LocalDate;

/** A step of the table on its way to issue, or a change after it. */
public sealed interface Step extends Happening {

    /** The day the step bears; for a 签批 the day on the paper. */
    LocalDate on();

    /**
     * The units concerned are asked, row by row (征求意见). From here on the master numbers stand.
     *
     * @param until last day on which a unit enters its objection itself
     */
    record ConsultationOpened(LocalDate on, int workingDays, LocalDate until) implements Step {
        @Override
        public String says() {
            return "征求意见，" + workingDays + " 个工作日，至 " + Words.day(until);
        }
    }

    /** @param early why it is submitted before the days of consultation are over, empty where they are */
    record Submitted(LocalDate on, String early) implements Step {
        @Override
        public String says() {
            return early.isEmpty() ? "送审" : "送审（提前：" + early + "）";
        }
    }

    /** 审定: the leader agreed; entered by the office. */
    record Approved(SignOff signOff) implements Step {
        @Override
        public LocalDate on() {
            return signOff.on();
        }

        @Override
        public String says() {
            return signOff.leader() + "审定：" + signOff.words();
        }
    }

    /** The leader gave it back with remarks; entered by the office. */
    record Returned(SignOff signOff) implements Step {
        @Override
        public LocalDate on() {
            return signOff.on();
        }

        @Override
        public String says() {
            return signOff.leader() + "退回修改：" + signOff.words();
        }
    }

    /** @param paper 发文字号, e.g. 云办发〔2026〕1号 */
    record Issued(String paper, LocalDate on) implements Step {
        @Override
        public String says() {
            return "印发 " + paper;
        }
    }

    /**
     * A table that was issued before the platform kept it was brought in with its numbers (转入).
     *
     * @param on the day on the paper
     */
    record TakenOver(String paper, LocalDate on) implements Step {
        @Override
        public String says() {
            return "转入已印发的 " + paper;
        }
    }

    /**
     * A change after issue, with its paper (调整).
     *
     * @param change   what changes; the number of the row does not
     * @param paper    number or name of the paper that says so
     * @param approver who decided it, as the paper names them
     */
    record Adjusted(Edit change, String paper, String approver, LocalDate on, String reason) implements Step {
        @Override
        public String says() {
            boolean ends = change instanceof Edit.Regraded(_, var to) && to == Handling.NOTED;
            return "调整（" + paper + "）：" + (ends ? "终止" : change.says());
        }
    }
}
