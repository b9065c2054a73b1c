package cn.yizhen.app.overview.summary;

import cn.yizhen.app.document.Column;
import cn.yizhen.app.document.Document;
import cn.yizhen.app.document.Page;
import cn.yizhen.app.document.Paragraph;
import cn.yizhen.app.document.Role;
import cn.yizhen.app.document.Row;
import cn.yizhen.app.document.Section;
import cn.yizhen.app.document.StyleSheet;
import cn.yizhen.app.document.Table;
import cn.yizhen.app.document.formal.FormalDocument;
import cn.yizhen.app.document.formal.FormalDocument.Annex;
import cn.yizhen.app.document.formal.FormalDocument.Closing;
import cn.yizhen.app.document.formal.FormalDocument.Head;
import cn.yizhen.app.document.formal.FormalDocument.Imprint;
import cn.yizhen.app.document.formal.FormalText;
import java.time.LocalDate;
import java.util.List;

/** A summary as a formal document with its table behind it, and the table alone as a workbook. */
final class SummaryPaper {

    private static final List<Column> COLUMNS = List.of(Column.of("总号", 3).centred(), Column.of("任务原文", 5), Column.of("牵头领导", 2.8), Column.of("牵头单位", 2.2),
            Column.of("时限", 2.4), Column.of("进展", 4), Column.of("问题", 3), Column.of("需协调", 3), Column.of("判断", 3));

    private final Summary summary;

    SummaryPaper(Summary summary) {
        this.summary = summary;
    }

    /**
     * As it will be printed.
     *
     * @param office full name of the issuing office
     * @param number 期号 or 发文字号, empty in a draft
     */
    FormalDocument formal(String office, String number, LocalDate date) {
        boolean circular = summary.form() == Form.CIRCULAR;
        var head = Head.of(circular ? office + "文件" : "督查专报", number);
        return FormalDocument.of(summary.form().kind(), head, circular ? "关于" + summary.title() : summary.title(), FormalText.of(summary.whole()))
                .attaching(List.of(tableTitle()), new Annex(tableTitle(), List.of(table()), true))
                .closed(new Closing(office, date, circular, ""))
                .printed(new Imprint("", office, date));
    }

    Document workbook() {
        return Document.of(tableTitle(), StyleSheet.TABLES, Section.of("进展情况", Page.A4_LANDSCAPE, Paragraph.of(Role.TITLE, tableTitle()),
                Paragraph.of(Role.SUBTITLE, "截至" + SummaryRows.day(summary.on())), table()));
    }

    private String tableTitle() {
        return summary.period().label() + "部署任务进展情况表";
    }

    private Table table() {
        return Table.of(COLUMNS, summary.rows().stream().map(row -> Row.of(row.number(), row.wording(), row.leader(), row.lead(), SummaryRows.day(row.due()),
                row.progress(), row.problem(), row.coordination(), row.judged())).toList());
    }
}
