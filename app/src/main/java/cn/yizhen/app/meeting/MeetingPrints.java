package cn.yizhen.app.meeting;

import cn.yizhen.app.document.Align;
import cn.yizhen.app.document.Block;
import cn.yizhen.app.document.Cell;
import cn.yizhen.app.document.Column;
import cn.yizhen.app.document.Document;
import cn.yizhen.app.document.Page;
import cn.yizhen.app.document.Paragraph;
import cn.yizhen.app.document.Role;
import cn.yizhen.app.document.Row;
import cn.yizhen.app.document.Section;
import cn.yizhen.app.document.StyleSheet;
import cn.yizhen.app.document.Table;
import cn.yizhen.rules.meeting.Invitation;
import cn.yizhen.rules.meeting.Seat;
import cn.yizhen.rules.meeting.Seating;
import cn.yizhen.rules.organisation.Organisation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What is printed for the room: 座次表 and the paper 签到表. Only those who come to the main venue sit in its chart. */
record MeetingPrints(Meeting meeting, Organisation organisation) {

    /** How many sit in one row. */
    static final int ACROSS = 8;

    /** Seats of the main venue in their places. */
    Seating seating() {
        return Seating.of(mainVenue(), meeting.plan().chair(), ACROSS, organisation);
    }

    List<Seat> mainVenue() {
        return meeting.plan().seats().stream().filter(seat -> meeting.plan().takingPart().siteOf(seat.unit(), organisation) == null).toList();
    }

    /** Who sits there: as answered, whoever was sent. */
    String name(Seat seat) {
        var sent = meeting.standingIn().get(seat.key());
        return sent == null ? new Invitation(meeting.plan().seats(), organisation).holder(seat) : MeetingPapers.person(sent, organisation);
    }

    Document chart() {
        var seating = seating();
        var blocks = new ArrayList<Block>(heading("座次表"));
        if (!seating.platform().isEmpty()) {
            blocks.add(Paragraph.of(Role.SUBTITLE, "主　席　台"));
            blocks.add(row(List.of(seating.platform()), seating.platform().size()));
        }
        blocks.add(Paragraph.of(Role.SUBTITLE, seating.platform().isEmpty() ? "会　议　桌" : "会　　　场"));
        if (mainVenue().isEmpty()) {
            blocks.add(Paragraph.of(Role.FLUSH, "参会人员都在分会场，主会场没有要排的席位。"));
        }
        if (!seating.rows().isEmpty()) {
            blocks.add(row(seating.rows(), ACROSS));
        }
        blocks.add(Paragraph.of(Role.NOTE, "面向主席台看，左起第一座在左。单位按建制顺序，单位内按职务顺序；请假的席位留到开会前一天。"));
        return Document.of(meeting.plan().title() + "座次表", StyleSheet.TABLES, Section.of("座次表", Page.A4_LANDSCAPE, blocks.toArray(Block[]::new)));
    }

    Document signInSheet() {
        var rows = new ArrayList<Row>();
        var ordered = Seating.ordered(meeting.plan().seats(), organisation);
        for (int i = 0; i < ordered.size(); i++) {
            var seat = ordered.get(i);
            rows.add(Row.of("" + (i + 1), MeetingPapers.unit(seat, organisation), MeetingPapers.title(seat, organisation), name(seat), "").atLeast(11));
        }
        var blocks = new ArrayList<Block>(heading("签到表"));
        blocks.add(Table.of(List.of(Column.of("序号", 2).centred(), Column.of("单位", 6), Column.of("职务", 6), Column.of("姓名", 4).centred(), Column.of("签名", 5)), rows));
        return Document.of(meeting.plan().title() + "签到表", StyleSheet.TABLES, Section.of("签到表", Page.A4, blocks.toArray(Block[]::new)));
    }

    private List<Block> heading(String what) {
        var plan = meeting.plan();
        return List.of(Paragraph.of(Role.TITLE, plan.title() + what), Paragraph.of(Role.SUBTITLE, MeetingPapers.when(plan) + "　" + plan.place()));
    }

    private Table row(List<List<Seat>> rows, int across) {
        var columns = IntStream.range(0, across).mapToObj(_ -> Column.of("", 1).centred()).toList();
        return Table.plain(columns, rows.stream().map(seats -> Row.of(IntStream.range(0, across)
                .mapToObj(i -> Cell.of(i < seats.size() ? MeetingPapers.unit(seats.get(i), organisation) + "\n" + name(seats.get(i)) : "").aligned(Align.CENTRE)).toList())
                .atLeast(16)).toList());
    }
}
