package cn.yizhen.app.organisation.roster;

import cn.yizhen.app.document.Cell;
import cn.yizhen.app.document.Column;
import cn.yizhen.app.document.Document;
import cn.yizhen.app.document.Excel;
import cn.yizhen.app.document.Page;
import cn.yizhen.app.document.Row;
import cn.yizhen.app.document.Section;
import cn.yizhen.app.document.StyleSheet;
import cn.yizhen.app.document.Table;
import cn.yizhen.app.document.reading.Workbook;
import cn.yizhen.rules.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Small workbooks a test writes as text: a sheet's first line is its header, cells stand between bars. */
public final class Workbooks {

    private final List<Section> sections = new ArrayList<>();

    private Workbooks() {}

    public static Workbooks asOf(String day) {
        return new Workbooks().sheet("封面", "截至日期|依据文件", day + "|某文件");
    }

    public Workbooks sheet(String name, String header, String... rows) {
        var columns = Stream.of(header.split("\\|")).map(heading -> Column.of(heading, 1)).toList();
        var cells = Stream.of(rows).map(row -> Row.of(List.of(row.split("\\|", columns.size())).stream()
                .map(Cell::of).toList())).map(row -> filled(row, columns.size())).toList();
        sections.add(Section.of(name, Page.A4_LANDSCAPE, Table.of(columns, cells)));
        return this;
    }

    private static Row filled(Row row, int columns) {
        var cells = new ArrayList<>(row.cells());
        while (cells.size() < columns) {
            cells.add(Cell.of(""));
        }
        return Row.of(cells);
    }

    public byte[] bytes() {
        return Excel.write(new Document("名册", StyleSheet.TABLES, sections));
    }

    public Workbook open() {
        return open(bytes());
    }

    public static Workbook open(byte[] bytes) {
        return switch (Workbook.open("名册.xlsx", bytes)) {
            case Outcome.Done<Workbook>(var workbook) -> workbook;
            case Outcome.Refused<Workbook>(var reasons) -> throw new AssertionError(reasons);
        };
    }

    /** A county with one township, two villages and one department. */
    public static Workbooks small(String day) {
        return asOf(day)
                .sheet("单位", "单位编码|单位名称|简称|单位类别|上级单位编码", "X|某县||县|", "T1|甲镇||乡镇|X", "B1|县某某局|某局|部门|X")
                .sheet("领导", "岗位编码|所在单位编码|职务|姓名|任职方式|职能", "T1-01|T1|党委书记|赵一||领导、书记", "B1-01|B1|局长|钱二|主持工作|主要负责人")
                .sheet("村社区", "单位编码|名称|类别|所属乡镇编码|党支部书记|村（居）民委员会主任|正式党员数|预备党员数",
                        "V1|东村|村|T1|孙三|孙三|20|1", "V2|西村|村|T1|李四|周五|5|");
    }
}
