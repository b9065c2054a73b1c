package cn.yizhen.app.organisation.roster;

import cn.yizhen.app.document.reading.Field;
import cn.yizhen.app.document.reading.Layout;
import cn.yizhen.rules.organisation.BodyKind;
import cn.yizhen.rules.organisation.HoldingKind;
import cn.yizhen.rules.organisation.MembershipKind;
import cn.yizhen.rules.organisation.ResponsibilityKind;
import cn.yizhen.rules.organisation.UnitKind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The sheets of the workbook. 单位, 领导 and 村社区 suffice; the others may be left out. */
public final class Sheets {

    static final List<UnitKind> PLACES = List.of(UnitKind.VILLAGE, UnitKind.COMMUNITY);

    static final Layout COVER = Layout.of("封面",
            Field.date("day", "截至日期").asRequired().aka("名册截至日期"),
            Field.text("basis", "依据文件"));

    static final Layout UNITS = Layout.of("单位",
            Field.text("code", "单位编码").asRequired().aka("编码"),
            Field.text("name", "单位名称").asRequired().aka("名称", "单位全称"),
            Field.text("short", "简称"),
            Field.text("kind", "单位类别").asRequired().aka("类别")
                    .oneOf(Arrays.stream(UnitKind.values()).filter(kind -> !PLACES.contains(kind)).map(UnitKind::chinese).toList()),
            Field.text("parent", "上级单位编码").aka("上级编码"),
            Field.text("phone", "办公电话").aka("值班电话", "联系电话"),
            Field.whole("rank", "排序"));

    static final Layout VILLAGES = Layout.of("村社区",
            Field.text("code", "单位编码").asRequired().aka("编码", "村社区编码"),
            Field.text("name", "名称").asRequired().aka("单位名称", "村社区名称"),
            Field.text("kind", "类别").asRequired().aka("单位类别").oneOf(PLACES.stream().map(UnitKind::chinese).toList()),
            Field.text("parent", "所属乡镇编码").asRequired().aka("上级单位编码"),
            Field.text("secretary", "党支部书记"),
            Field.text("director", "村（居）民委员会主任").aka("主任", "村委会主任"),
            Field.whole("full", "正式党员数"),
            Field.whole("probationary", "预备党员数"),
            Field.text("phone", "办公电话").aka("值班电话", "联系电话"),
            Field.whole("rank", "排序"));

    static final Layout LEADERS = posts("领导");
    static final Layout POSTS = posts("岗位").optional();

    static final Layout BODIES = Layout.of("班子",
            Field.text("unit", "单位编码").asRequired(),
            Field.text("kind", "班子类别").asRequired().oneOf(Arrays.stream(BodyKind.values()).map(BodyKind::chinese).toList()),
            Field.text("name", "班子名称").asRequired(),
            Field.whole("full", "正式人数").aka("人数"),
            Field.whole("probationary", "预备人数"),
            Field.whole("voting", "有表决权人数")).optional();

    static final Layout PERSONS = Layout.of("人员",
            Field.text("id", "人员标识").asRequired(),
            Field.text("name", "姓名").asRequired(),
            Field.text("unit", "所在单位编码").aka("单位编码")).optional();

    static final Layout MEMBERS = Layout.of("成员",
            Field.text("unit", "单位编码").asRequired(),
            Field.text("body", "班子类别").asRequired().oneOf(Arrays.stream(BodyKind.values()).map(BodyKind::chinese).toList()),
            Field.text("bodyName", "班子名称").asRequired(),
            Field.text("name", "姓名").asRequired(),
            Field.text("kind", "成员类别").oneOf(Stream.of(MembershipKind.values()).map(MembershipKind::chinese).toList()),
            Field.text("voting", "有无表决权").aka("有表决权").oneOf(List.of("有", "无")),
            Field.text("id", "人员标识")).optional();

    static final Layout CHANGES = Layout.of("变更",
            Field.date("day", "变更日期").asRequired(),
            Field.text("kind", "变更类别").asRequired().oneOf(Stream.of(UnitChange.values()).map(UnitChange::chinese).toList()),
            Field.text("before", "原单位编码").asRequired(),
            Field.text("after", "新单位编码"),
            Field.text("name", "新单位名称"),
            Field.text("parent", "新上级单位编码"),
            Field.text("basis", "依据文件").asRequired()).optional();

    static final Layout CHARGES = Layout.of("分工",
            Field.text("bearer", "承担者编码").asRequired().aka("岗位编码", "单位编码"),
            Field.text("kind", "分工类型").asRequired().oneOf(Arrays.stream(ResponsibilityKind.values()).map(ResponsibilityKind::chinese).toList()),
            Field.text("subject", "主题").asRequired().aka("分工内容"),
            Field.text("keywords", "关键词"),
            Field.text("over", "涉及单位编码"),
            Field.text("substitute", "B角岗位编码"),
            Field.text("basis", "依据文件")).optional();

    /** In the order of the workbook. */
    public static final List<Layout> ALL = List.of(COVER, CHANGES, UNITS, LEADERS, VILLAGES, POSTS, PERSONS, BODIES, MEMBERS, CHARGES);

    private Sheets() {}

    private static Layout posts(String sheet) {
        return Layout.of(sheet,
                Field.text("code", "岗位编码").asRequired(),
                Field.text("unit", "所在单位编码").asRequired().aka("单位编码"),
                Field.text("title", "职务").asRequired().aka("岗位名称"),
                Field.text("person", "姓名"),
                Field.text("kind", "任职方式").oneOf(Stream.of(HoldingKind.values()).map(HoldingKind::chinese).toList()),
                Field.text("functions", "职能"),
                Field.text("id", "人员标识"));
    }
}
