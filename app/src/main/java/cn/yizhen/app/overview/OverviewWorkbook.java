package cn.yizhen.app.overview;

import cn.yizhen.app.document.Block;
import cn.yizhen.app.document.Column;
import cn.yizhen.app.document.Document;
import cn.yizhen.app.document.Page;
import cn.yizhen.app.document.Paragraph;
import cn.yizhen.app.document.Role;
import cn.yizhen.app.document.Row;
import cn.yizhen.app.document.Section;
import cn.yizhen.app.document.StyleSheet;
import cn.yizhen.app.document.Table;
import cn.yizhen.app.duty.Duties;
import cn.yizhen.rules.calendar.Days;
import cn.yizhen.rules.duty.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The pages of 履行情况 as workbooks: what the asker sees on them, and no more. */
final class OverviewWorkbook {

    private static final List<String> COUNTED = List.of("应办件数", "已记录", "期后补办", "同意免办", "期内", "未见记录", "不计入");
    private static final String NOT_SEEN = "未见记录不等于未开展。只数件数，不算比例，各处按建制顺序。";

    private OverviewWorkbook() {}

    static Document of(Asked asked, Overview overview, LeaderLists lists) {
        List<Row> rows = overview.pillars().entrySet().stream().flatMap(pillar -> Stream.concat(
                Stream.of(Row.band(pillar.getKey().chinese(), COUNTED.size() + 3)),
                pillar.getValue().stream().map(line -> Row.of(texts(List.of(line.institution().title(), line.duty().title()),
                        line.counts().tally(), line.counts().because()))))).toList();
        return document(asked, "履行情况", List.of(
                sheet("应办件数", asked, table(List.of("制度", "应办"), rows)),
                pending("需要我定的", asked, lists.mine()),
                pending("卡住的", asked, lists.stuck()),
                pending("本周到期", asked, lists.week()),
                pending("本月到期", asked, lists.month()),
                pending("对下未答复", asked, lists.unanswered())));
    }

    static Document of(Asked asked, DutyOverview view) {
        List<Section> sheets = new ArrayList<>(List.of(
                sheet("各期", asked, table(List.of("应办", "期间"), view.periods().stream()
                        .map(one -> Row.of(texts(List.of(view.duty().title(), one.period().label()), one.counts().tally(), one.counts().because())))
                        .toList())),
                sheet("各处", asked, table(List.of("应办", "单位"), view.places().stream()
                        .map(place -> Row.of(texts(List.of(view.duty().title(), place.name()), place.tally(), "")))
                        .toList()))));
        if (!view.seen().isEmpty()) {
            sheets.add(sheet("逐件", asked, Table.of(
                    List.of(Column.of("谁", 3), Column.of("期间", 2), Column.of("情况", 2), Column.of("说明", 4)),
                    view.seen().stream().map(OverviewWorkbook::row).toList())));
        }
        return document(asked, view.duty().title() + "履行情况", sheets);
    }

    private static Row row(Duties.Listed one) {
        return Row.of(one.bearer(), one.key().period().label(), one.word(), one.note());
    }

    private static Document document(Asked asked, String title, List<Section> sheets) {
        return new Document(asked.unit().shortName() + title, StyleSheet.TABLES, sheets);
    }

    private static Section pending(String name, Asked asked, List<Pending> rows) {
        return sheet(name, asked, Table.of(
                List.of(Column.of("编号", 2), Column.of("事项", 4), Column.of("等什么", 2), Column.of("单位", 2), Column.of("原话", 4),
                        Column.of("自", 2), Column.of("天数", 1), Column.of("到期", 2), Column.of("谁能定", 3)),
                rows.stream().map(row -> Row.of(row.number(), row.title(), row.what(), row.unit(), row.words(), row.since().toString(),
                        String.valueOf(row.days()), row.due() == null ? "" : row.due().toString(), row.frees())).toList()));
    }

    private static Section sheet(String name, Asked asked, Table table) {
        List<Block> blocks = List.of(
                Paragraph.of(Role.TITLE, asked.unit().name() + "　" + name),
                Paragraph.of(Role.SUBTITLE, asked.span().label() + "　截至" + Days.full(asked.asOf().on())
                        + (asked.known().isBlank() ? "" : "　当时所知（" + asked.known() + "）")),
                table, Paragraph.of(Role.NOTE, NOT_SEEN));
        return Section.of(name, Page.A4_LANDSCAPE, blocks.toArray(Block[]::new));
    }

    private static Table table(List<String> first, List<Row> rows) {
        List<Column> columns = Stream.of(first.stream().map(heading -> Column.of(heading, 3)),
                COUNTED.stream().map(heading -> Column.of(heading, 1.2).centred()), Stream.of(Column.of("不计入的原因", 3)))
                .flatMap(some -> some).toList();
        return Table.of(columns, rows);
    }

    private static String[] texts(List<String> first, Tally tally, String because) {
        return Stream.of(first.stream(), IntStream.of(tally.expected(), tally.met(), tally.metLate(), tally.exempt(), tally.open(),
                tally.notSeen(), tally.countedOut()).mapToObj(String::valueOf), Stream.of(because)).flatMap(some -> some).toArray(String[]::new);
    }
}
