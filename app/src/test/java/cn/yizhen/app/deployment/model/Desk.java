package cn.yizhen.app.deployment.model;

import cn.yizhen.directives.Deadline;
import cn.yizhen.directives.Reading;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.organisation.UnitId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A clerk's desk in a test: one small document, days that pass, and what came of each attempt. */
final class Desk {

    static final String TEXT = "一、抓队伍。制定培训办法，建立值班制度。经常走访农户。少开会。同志们，辛苦了。";
    static final LocalDate DATE = LocalDate.of(2026, 2, 10);
    static final Party.One OFFICE = one("县委办");
    static final Party.One SCHOOL = one("县委党校");

    LocalDate today = LocalDate.of(2026, 2, 11);
    Deployment deployment = Deployment.of(new Source(new UUID(0, 1), "在全县会议上的讲话", null, TEXT, ""), List.of(), List.of());
    List<Reason> refused = List.of();

    static Party.One one(String name) {
        return new Party.One(new UnitId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))), name);
    }

    static Desk drafted() {
        var desk = new Desk();
        desk.takes(new Edit.Drafted(DATE, List.of("抓队伍"), lines(), List.of(
                row(1, "制定培训办法", Handling.PROJECT), row(2, "建立值班制度", Handling.PROJECT),
                row(3, "经常走访农户", Handling.CONTINUING), row(4, "少开会", Handling.LIMIT))));
        return desk;
    }

    /** Every row has a lead and a day. */
    static Desk ready() {
        var desk = drafted();
        desk.takes(new Edit.Assigned(desk.ids(), led(OFFICE)));
        desk.takes(new Edit.DueConfirmed(desk.ids()));
        return desk;
    }

    static Desk consulting() {
        var desk = ready();
        desk.takes(new Step.ConsultationOpened(desk.today, 5, LocalDate.of(2026, 2, 25)));
        return desk;
    }

    static Desk approved() {
        var desk = consulting();
        desk.today = LocalDate.of(2026, 2, 26);
        desk.takes(new Step.Submitted(desk.today, ""));
        desk.takes(new Step.Approved(new SignOff("县委书记 周明远", desk.today, "同意")));
        return desk;
    }

    static Desk issued() {
        var desk = approved();
        desk.takes(new Step.Issued("云办发〔2026〕3号", desk.today));
        return desk;
    }

    static Assignment led(Party.One lead) {
        return new Assignment(lead, List.of(), null, "人工选定。", true);
    }

    static RowId id(int n) {
        return new RowId(new UUID(7, n));
    }

    static Row row(int n, String words, Handling handling) {
        int start = TEXT.indexOf(words);
        var day = LocalDate.of(DATE.getYear(), 12, 31);
        return new Row(id(n), "", List.of(new Span(start, start + words.length())), words, words, 1, handling, null,
                Due.of(new Deadline(day, "文中没有写时限", Deadline.Origin.SUGGESTED)), Assignment.question("请选定牵头单位。"),
                List.of(), List.of(), null, null, null);
    }

    static List<Line> lines() {
        var lines = new ArrayList<Line>();
        int start = 0;
        var readings = List.of(Reading.HEADING, Reading.DIRECTIVES, Reading.DIRECTIVES, Reading.DIRECTIVES, Reading.CLOSING);
        for (var sentence : TEXT.split("(?<=。)")) {
            lines.add(new Line(lines.size(), new Span(start, start + sentence.length()), 1, readings.get(lines.size())));
            start += sentence.length();
        }
        return lines;
    }

    List<RowId> ids() {
        return deployment.draft().rows().stream().map(Row::id).toList();
    }

    Row row(int n) {
        return deployment.draft().row(id(n)).orElseThrow();
    }

    /** Does it, and keeps what came of it. */
    Desk takes(Happening what) {
        switch (deployment.take(what, "秦文", today)) {
            case Outcome.Done<Deployment>(var after) -> {
                deployment = after;
                refused = List.of();
            }
            case Outcome.Refused<Deployment>(var reasons) -> refused = reasons;
        }
        return this;
    }

    List<String> refusedFor() {
        return refused.stream().map(Reason::code).toList();
    }

    void objects(int row, String words) {
        var objections = new ArrayList<>(deployment.objections());
        objections.add(new Objection(new UUID(9, objections.size()), id(row), OFFICE.unit(), OFFICE.name(), Objection.Matter.LEAD,
                words, "韩静", today, null));
        deployment = Deployment.of(deployment.source(), deployment.entries(), objections);
    }

    void settlesAll() {
        var settled = deployment.objections().stream()
                .map(o -> o.settled(new Settlement(Settlement.Result.DECLINED, "分工表如此。", "秦文", today)))
                .toList();
        deployment = Deployment.of(deployment.source(), deployment.entries(), settled);
    }
}
