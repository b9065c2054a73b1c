package cn.yizhen.app.filing;

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
import java.util.ArrayList;
import java.util.List;

/** The filing as a document for Word. */
final class FilingDocument {

    private FilingDocument() {}

    static Document of(Filing filing, List<Filing.Shown> modules, Filing.Owner owner) {
        var title = owner.county() + "一针平台备案与测评资料";
        var blocks = new ArrayList<Block>(List.of(Paragraph.of(Role.TITLE, title),
                Paragraph.of(Role.NOTE, "主管单位：" + owner.owner() + "　运行维护：" + owner.operator() + "　数据库：" + owner.database())));
        blocks.add(Paragraph.of(Role.NOTE, "一、功能与启用情况"));
        blocks.add(Table.of(List.of(Column.of("模块", 2), Column.of("功能", 7), Column.of("启用", 1)),
                modules.stream().map(one -> Row.of(one.function().title(), one.function().does(), one.on() ? "启用" : "停用")).toList()));
        blocks.add(Paragraph.of(Role.NOTE, "二、数据项与级别"));
        blocks.add(Paragraph.of(Role.NOTE, Filing.RETENTION));
        blocks.add(Table.of(List.of(Column.of("数据项", 3), Column.of("级别", 2), Column.of("个人信息", 2), Column.of("保存期限", 3), Column.of("依据", 3)),
                filing.data().stream().map(item -> Row.of(item.title(), item.grade(), item.personal(), item.kept(), item.ground())).toList()));
        blocks.add(Paragraph.of(Role.NOTE, "三、接口"));
        blocks.add(Table.of(List.of(Column.of("接口", 2), Column.of("方向", 1), Column.of("协议", 3), Column.of("防护", 3), Column.of("说明", 3)),
                filing.interfaces().stream().map(one -> Row.of(one.title(), one.direction(), one.protocol(), one.protection(), one.note())).toList()));
        blocks.add(Paragraph.of(Role.NOTE, "四、边界"));
        Filing.BOUNDARY.forEach(line -> blocks.add(Paragraph.of(Role.NOTE, line)));
        blocks.add(Paragraph.of(Role.NOTE, "五、支持的浏览器"));
        Filing.BROWSERS.forEach(line -> blocks.add(Paragraph.of(Role.NOTE, line)));
        return Document.of(title, StyleSheet.TABLES, Section.of("备案与测评资料", Page.A4_LANDSCAPE, blocks.toArray(Block[]::new)));
    }
}
