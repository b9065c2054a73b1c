package cn.yizhen.app.deployment.web;

import cn.yizhen.app.deployment.Deployments.IssuedLine;
import cn.yizhen.app.deployment.application.TableOfTasks;
import cn.yizhen.app.deployment.model.Deployment;
import cn.yizhen.app.deployment.model.Objection;
import cn.yizhen.app.deployment.model.Row;
import cn.yizhen.app.deployment.model.Step;
import cn.yizhen.app.deployment.storage.Listed;
import cn.yizhen.app.deployment.storage.Notice;
import cn.yizhen.app.document.Column;
import cn.yizhen.app.document.Document;
import cn.yizhen.app.document.Page;
import cn.yizhen.app.document.Paragraph;
import cn.yizhen.app.document.Role;
import cn.yizhen.app.document.Section;
import cn.yizhen.app.document.StyleSheet;
import cn.yizhen.app.document.Table;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The lists of the deployment pages as documents, in the columns the pages show. */
final class Lists {

    private Lists() {}

    /** 办公室收入和印发的文件. */
    static Document documents(List<Listed> own, List<Notice> issued) {
        var drafts = own.stream().map(d -> row(d.title(), "", d.received().toString(), d.stage().label()));
        var papers = issued.stream().map(n -> row(n.title(), n.paper() == null ? "" : n.paper(), n.day().toString(), "已印发"));
        return document("部署任务文件清单", List.of(Column.of("名称", 30), Column.of("文号", 14), Column.of("日期", 8), Column.of("进度", 8)),
                Stream.concat(drafts, papers).distinct().toList());
    }

    /** 整理中的条目, with where each owner and day comes from. */
    static Document rows(Deployment deployment, List<Row> rows, String filter) {
        var columns = List.of(Column.of("序号", 4).centred(), Column.of("处理方式", 6), Column.of("任务原文", 26), Column.of("牵头单位", 8),
                Column.of("配合单位", 10), Column.of("分管县领导", 8), Column.of("时限", 8), Column.of("时限来源", 7), Column.of("牵头依据", 16), Column.of("说明", 10));
        return document(deployment.source().title() + "条目（" + filter + "）", columns, rows.stream().map(Lists::row).toList());
    }

    /** 意见采纳情况表. */
    static Document opinions(Deployment deployment) {
        var columns = List.of(Column.of("序号", 4).centred(), Column.of("任务", 20), Column.of("提出单位", 8), Column.of("关于", 7), Column.of("意见", 18),
                Column.of("采纳情况", 6), Column.of("理由", 16));
        return document(deployment.source().title() + "意见采纳情况表", columns,
                deployment.objections().stream().map(objection -> row(deployment, objection)).toList());
    }

    /** 办理经过: the steps and their papers, not the single edits. */
    static Document steps(Deployment deployment) {
        var columns = List.of(Column.of("日期", 8).centred(), Column.of("步骤", 40), Column.of("登记人", 8));
        return document(deployment.source().title() + "办理经过", columns, deployment.entries().stream()
                .filter(entry -> entry.what() instanceof Step)
                .map(entry -> row(entry.on().toString(), deployment.says(entry), entry.by())).toList());
    }

    /** Lines of issued tables, as proposals or as lines of the year. */
    static Document lines(String title, List<IssuedLine> lines) {
        var columns = List.of(Column.of("文号", 12), Column.of("总号", 4).centred(), Column.of("任务原文", 28), Column.of("牵头领导", 8),
                Column.of("牵头单位", 8), Column.of("配合单位", 12), Column.of("时限", 8));
        return document(title, columns, lines.stream()
                .map(line -> row(line.paper(), line.number(), line.wording(), line.leaderName(), line.leadName(), line.supporting(), line.deadline())).toList());
    }

    private static cn.yizhen.app.document.Row row(Row row) {
        var lead = row.assignment().lead();
        var leader = row.assignment().leader();
        var remark = Stream.of(row.outside() == null ? "" : "平台不承接：" + row.outside(),
                row.placeholders().isEmpty() ? "" : "占位 " + String.join("、", row.placeholders()),
                row.link() == null ? "" : "并入" + row.link().paper() + "第" + row.link().number() + "条").filter(part -> !part.isEmpty()).toList();
        return row(row.number(), row.handling().label(), row.wording(), lead == null ? "" : lead.name(), row.assignment().supportingNames(),
                leader == null ? "" : leader.name(), TableOfTasks.due(row), row.carried() ? row.due().label() : "", row.assignment().reason(),
                String.join("；", remark));
    }

    private static cn.yizhen.app.document.Row row(Deployment deployment, Objection objection) {
        var about = deployment.draft().row(objection.row());
        var settled = objection.settlement();
        return row(about.map(Row::number).orElse(""), about.map(Row::wording).orElse("（已并入其他条）"), objection.unitName(), objection.about().label(),
                objection.words(), settled == null ? "待处理" : settled.result().label(), settled == null ? "" : settled.reason());
    }

    private static cn.yizhen.app.document.Row row(String... texts) {
        return cn.yizhen.app.document.Row.of(Arrays.copyOf(texts, texts.length));
    }

    private static Document document(String title, List<Column> columns, List<cn.yizhen.app.document.Row> rows) {
        return Document.of(title, StyleSheet.TABLES,
                Section.of(title, Page.A4_LANDSCAPE, Paragraph.of(Role.TITLE, title), Table.of(columns, rows)));
    }
}
