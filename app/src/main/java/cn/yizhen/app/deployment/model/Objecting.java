package cn.yizhen.app.deployment.model;

import cn.yizhen.rules.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Everything that stands against a happening in the stage the deployment is in, all at once. */
final class Objecting {

    static final int FURTHEST_AHEAD_DAYS = 31;
    static final int LONGEST_CONSULTATION = 20;
    private static final Pattern PAPER = Pattern.compile("\\p{IsHan}{1,12}〔(19|20)\\d\\d〕[1-9]\\d{0,4}号");

    private Objecting() {}

    static List<Reason> to(Deployment deployment, Happening what, LocalDate today) {
        return switch (what) {
            case Edit.Drafted drafted -> drafted(deployment, drafted, today);
            case Edit.Undone undone -> undone(deployment, undone);
            case Edit edit -> edit(deployment, edit, today);
            case Step.ConsultationOpened opened -> opened(deployment, opened);
            case Step.Submitted submitted -> submitted(deployment, submitted, today);
            case Step.Approved(var signOff) -> signed(deployment, signOff, today, Stage.SUBMITTED);
            case Step.Returned(var signOff) -> returned(deployment, signOff, today);
            case Step.Issued issued -> issued(deployment, issued, today);
            case Step.TakenOver over -> takenOver(deployment, over, today);
            case Step.Adjusted adjusted -> adjusted(deployment, adjusted, today);
        };
    }

    private static List<Reason> drafted(Deployment deployment, Edit.Drafted drafted, LocalDate today) {
        if (deployment.last() > 1 || deployment.stage() != Stage.RECEIVED && deployment.stage() != Stage.DRAFTING) {
            return List.of(Reason.of("draft-begun", "已经开始整理，不能再改文件日期重新提取。", "请直接修改各条的时限，或者重新上传文件。"));
        }
        if (drafted.date().isAfter(today.plusDays(FURTHEST_AHEAD_DAYS))) {
            return List.of(Reason.of("document-date-ahead",
                    "文件日期 " + Words.day(drafted.date()) + " 晚于今天一个月以上。", "请核对文件上的日期。"));
        }
        return List.of();
    }

    private static List<Reason> undone(Deployment deployment, Edit.Undone undone) {
        var undoable = deployment.undoable();
        if (!deployment.stage().editable() || undoable.isEmpty()) {
            return List.of(Reason.of("nothing-to-undo", "没有可以撤销的改动。", "征求意见以前的改动不再撤销，请直接修改。"));
        }
        if (undoable.get().number() != undone.entry()) {
            return List.of(Reason.of("undo-not-latest", "在此之后又有改动：" + undoable.get().what().says() + "。", "请从最近的一步开始撤销。"));
        }
        return List.of();
    }

    private static List<Reason> edit(Deployment deployment, Edit edit, LocalDate today) {
        var stage = deployment.stage();
        if (!stage.editable()) {
            return List.of(stage == Stage.ISSUED
                    ? Reason.of("issued-already", "任务分解表已经印发。", "请用“调整”，写明依据的文件。")
                    : Reason.of("not-editable", "现在是“" + stage.label() + "”，各条不能改动。", "如需改动，请先登记退回修改。"));
        }
        return switch (edit) {
            case Edit.DueDecided(_, var day, _) -> notPast(day, today);
            case Edit.ReadBack(_, var changes) -> changes.stream().flatMap(change -> edit(deployment, change, today).stream()).toList();
            default -> List.of();
        };
    }

    private static List<Reason> takenOver(Deployment deployment, Step.TakenOver over, LocalDate today) {
        if (deployment.last() != 1) {
            return List.of(wrongStage(deployment.stage(), "转入"));
        }
        var against = new ArrayList<Reason>();
        if (over.paper().isBlank()) {
            against.add(Reason.of("paper-number", "没有写发文字号。", "请照原文填写；没有文号的，写文件名称。"));
        }
        if (over.on().isAfter(today)) {
            against.add(Reason.of("issued-ahead", "印发日期 " + Words.day(over.on()) + " 晚于今天。", "请照原文填写。"));
        }
        return against;
    }

    private static List<Reason> notPast(LocalDate day, LocalDate today) {
        return day.isBefore(today)
                ? List.of(Reason.of("due-past", "时限 " + Words.day(day) + " 已经过去。", "请定在今天或者今天以后。"))
                : List.of();
    }

    private static List<Reason> opened(Deployment deployment, Step.ConsultationOpened opened) {
        var stage = deployment.stage();
        if (stage != Stage.DRAFTING && stage != Stage.REVISING) {
            return List.of(wrongStage(stage, "征求意见"));
        }
        var against = new ArrayList<Reason>();
        if (opened.workingDays() < 1 || opened.workingDays() > LONGEST_CONSULTATION) {
            against.add(Reason.of("consultation-days", "征求意见的期限应为 1 至 " + LONGEST_CONSULTATION + " 个工作日。", "请改写工作日数。"));
        }
        if (deployment.draft().rows().stream().allMatch(row -> row.assignment().open())) {
            against.add(Reason.of("nobody-to-consult", "还没有一条定了牵头单位，没有可以征求意见的单位。", "请先为各条选定牵头单位。"));
        }
        against.addAll(Readiness.everySentence(deployment.draft()));
        return against;
    }

    private static List<Reason> submitted(Deployment deployment, Step.Submitted submitted, LocalDate today) {
        var stage = deployment.stage();
        if (stage != Stage.CONSULTING && stage != Stage.REVISING) {
            return List.of(stage == Stage.DRAFTING
                    ? Reason.of("not-consulted", "还没有征求有关单位的意见。", "请先征求意见。")
                    : wrongStage(stage, "送审"));
        }
        var against = new ArrayList<Reason>(Readiness.of(deployment, today));
        boolean early = deployment.path().consultation().filter(c -> !today.isAfter(c.until())).isPresent();
        if (stage == Stage.CONSULTING && early && submitted.early().isBlank()) {
            against.add(Reason.of("consultation-running", "征求意见的期限还没有到。", "请等到期限过后，或者写明提前送审的理由。"));
        }
        return against;
    }

    private static List<Reason> returned(Deployment deployment, SignOff signOff, LocalDate today) {
        var from = deployment.stage() == Stage.APPROVED ? Stage.APPROVED : Stage.SUBMITTED;
        return signed(deployment, signOff, today, from);
    }

    private static List<Reason> signed(Deployment deployment, SignOff signOff, LocalDate today, Stage from) {
        if (deployment.stage() != from) {
            return List.of(wrongStage(deployment.stage(), "登记签批"));
        }
        var against = new ArrayList<Reason>();
        if (signOff.leader().isBlank()) {
            against.add(Reason.of("sign-off-leader", "没有写明签批的领导。", "请填写姓名和职务。"));
        }
        if (signOff.words().isBlank()) {
            against.add(Reason.of("sign-off-words", "没有写签批意见。", "请照纸面原文填写，如“同意”。"));
        }
        if (signOff.on().isAfter(today)) {
            against.add(Reason.of("sign-off-ahead", "签批日期 " + Words.day(signOff.on()) + " 晚于今天。", "请照纸面日期填写。"));
        }
        var submission = deployment.path().submission();
        if (submission.isPresent() && signOff.on().isBefore(submission.get().on())) {
            against.add(Reason.of("sign-off-before-submission",
                    "签批日期早于送审日期 " + Words.day(submission.get().on()) + "。", "请核对纸面日期。"));
        }
        return against;
    }

    private static List<Reason> issued(Deployment deployment, Step.Issued issued, LocalDate today) {
        if (deployment.stage() != Stage.APPROVED) {
            return List.of(deployment.stage() == Stage.SUBMITTED
                    ? Reason.of("not-approved", "还没有登记领导的签批。", "请先登记签批。")
                    : wrongStage(deployment.stage(), "印发"));
        }
        var against = new ArrayList<Reason>(Readiness.past(deployment.draft(), today, "请先登记退回修改，另定时限并写明理由，再送审。"));
        if (!PAPER.matcher(issued.paper()).matches()) {
            against.add(Reason.of("paper-number", "发文字号“" + issued.paper() + "”不合格式。", "请写成“云办发〔2026〕1号”的样子：年份用六角括号，不加“第”字，序号前不补 0。"));
        }
        var approved = deployment.path().approval().orElseThrow().on();
        if (issued.on().isBefore(approved)) {
            against.add(Reason.of("issued-before-approval", "印发日期早于签批日期 " + Words.day(approved) + "。", "请核对日期。"));
        }
        if (issued.on().isAfter(today)) {
            against.add(Reason.of("issued-ahead", "印发日期 " + Words.day(issued.on()) + " 晚于今天。", "请在印发当天登记。"));
        }
        return against;
    }

    private static List<Reason> adjusted(Deployment deployment, Step.Adjusted adjusted, LocalDate today) {
        if (deployment.stage() != Stage.ISSUED) {
            return List.of(Reason.of("not-issued", "任务分解表还没有印发，不用调整。", "请直接修改各条。"));
        }
        var against = new ArrayList<Reason>();
        if (adjusted.paper().isBlank()) {
            against.add(Reason.of("adjustment-paper", "没有写明调整依据的文件。", "请填写文件名称或者发文字号。"));
        }
        if (adjusted.approver().isBlank()) {
            against.add(Reason.of("adjustment-approver", "没有写明由谁决定调整。", "请照文件填写批准的领导或者机关。"));
        }
        if (adjusted.reason().isBlank()) {
            against.add(Reason.of("adjustment-reason", "没有写明调整的理由。", "请用一句话写明。"));
        }
        var issuedOn = deployment.path().issue().orElseThrow().on();
        if (adjusted.on().isBefore(issuedOn) || adjusted.on().isAfter(today)) {
            against.add(Reason.of("adjustment-date", "调整日期应在印发日期 " + Words.day(issuedOn) + " 至今天之间。", "请核对文件上的日期。"));
        }
        switch (adjusted.change()) {
            case Edit.DueDecided(_, var day, _) -> against.addAll(notPast(day, today));
            case Edit.Assigned _ -> { }
            case Edit.Suspended(var rows, var ground) -> against.addAll(standing(deployment, rows, ground.isEmpty()));
            case Edit.Regraded(_, var to) when to == Handling.NOTED -> { }
            case Edit.Promoted(var row) -> against.addAll(added(row, today));
            default -> against.add(Reason.of("adjustment-kind", "印发以后不再合并、拆分。", "请调整单位、时限，或者中止、恢复、终止、增补。"));
        }
        return against;
    }

    /** What is ended cannot stand still, what stands still cannot do so twice, and only that can go on. */
    private static List<Reason> standing(Deployment deployment, List<RowId> rows, boolean resumes) {
        var against = new ArrayList<Reason>();
        for (var row : rows.stream().flatMap(id -> deployment.draft().row(id).stream()).toList()) {
            if (deployment.ended(row)) {
                against.add(Reason.of("row-ended", "第 " + row.number() + " 条已经终止。", "请核对文件写的是哪一条。"));
            } else if (resumes == (row.suspended() == null)) {
                against.add(Reason.of("row-standing", "第 " + row.number() + " 条" + (resumes ? "没有中止，不用恢复。" : "已经中止。"), "请核对文件写的是哪一条。"));
            }
        }
        return against;
    }

    /** A row added after issue is complete when it is added. */
    private static List<Reason> added(Row row, LocalDate today) {
        var against = new ArrayList<Reason>();
        if (row.wording().isBlank()) {
            against.add(Reason.of("addition-wording", "没有写增补的任务。", "请照文件原文填写。"));
        }
        if (row.lacksLead()) {
            against.add(Reason.of("lead-missing", "增补的任务没有牵头单位。", "请填写牵头单位。"));
        }
        if (row.handling() == Handling.PROJECT) {
            var day = row.due().day();
            against.addAll(day == null ? List.of(Reason.of("due-missing", "立项督办的任务没有时限。", "请填写时限，或者改为常态推进。")) : notPast(day, today));
        }
        return against;
    }

    private static Reason wrongStage(Stage stage, String step) {
        return Reason.of("wrong-stage", "现在是“" + stage.label() + "”，不能" + step + "。", "请刷新页面，看清现在到了哪一步。");
    }
}
