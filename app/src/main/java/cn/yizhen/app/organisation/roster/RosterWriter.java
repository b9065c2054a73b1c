package cn.yizhen.app.organisation.roster;

import cn.yizhen.app.document.Block;
import cn.yizhen.app.document.Column;
import cn.yizhen.app.document.Document;
import cn.yizhen.app.document.Excel;
import cn.yizhen.app.document.Page;
import cn.yizhen.app.document.Row;
import cn.yizhen.app.document.Section;
import cn.yizhen.app.document.StyleSheet;
import cn.yizhen.app.document.Table;
import cn.yizhen.app.document.reading.Layout;
import cn.yizhen.app.organisation.PostFunction;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Body;
import cn.yizhen.rules.organisation.Holding;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Person;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.Responsibility;
import cn.yizhen.rules.organisation.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the workbook: empty as a template, or filled with the organisation of a day. */
public final class RosterWriter {

    private RosterWriter() {}

    /** The template, with what to fill in. */
    public static byte[] template() {
        var sections = new ArrayList<>(Sheets.ALL.stream().map(layout -> sheet(layout, List.of())).toList());
        sections.add(Section.of("填表说明", Page.A4_LANDSCAPE, Table.of(List.of(Column.of("填表说明", 1)), HELP.lines().map(Row::of).toList())));
        return Excel.write(new Document("机构名册模板", StyleSheet.TABLES, sections));
    }

    /** The organisation as of its day; brought in again on that day it changes nothing. */
    public static byte[] write(Organisation organisation) {
        var posts = organisation.units().stream().flatMap(unit -> organisation.posts(unit.id()).stream()).toList();
        var sections = List.of(
                sheet(Sheets.COVER, List.of(List.of(organisation.asOf().on().toString(), ""))),
                sheet(Sheets.UNITS, organisation.units().stream().filter(unit -> !Sheets.PLACES.contains(unit.kind())).map(unit -> unit(organisation, unit)).toList()),
                sheet(Sheets.LEADERS, posts.stream().filter(post -> post.serves("leader")).map(post -> post(organisation, post)).toList()),
                sheet(Sheets.VILLAGES, organisation.units().stream().filter(unit -> Sheets.PLACES.contains(unit.kind())).map(unit -> village(organisation, unit)).toList()),
                sheet(Sheets.POSTS, posts.stream().filter(post -> !post.serves("leader")).map(post -> post(organisation, post)).toList()),
                sheet(Sheets.BODIES, organisation.units().stream().flatMap(unit -> organisation.bodies(unit.id()).stream()).map(body -> body(organisation, body)).toList()),
                sheet(Sheets.CHARGES, organisation.responsibilities().stream().map(line -> charge(organisation, line)).toList()));
        return Excel.write(new Document("机构名册", StyleSheet.TABLES, sections));
    }

    private static Section sheet(Layout layout, List<List<String>> rows) {
        var columns = layout.fields().stream().map(field -> {
            var column = Column.of(field.heading(), 1).hint(field.required() ? "必填" : "可不填").offering(field.choices());
            return field.key().equals("id") ? column.outOfSight() : column;
        }).toList();
        Block table = Table.of(columns, rows.stream().map(row -> Row.of(row.toArray(String[]::new))).toList());
        return Section.of(layout.sheet(), Page.A4_LANDSCAPE, table);
    }

    private static List<String> unit(Organisation organisation, Unit unit) {
        return List.of(unit.code(), unit.name(), unit.shortName().equals(unit.name()) ? "" : unit.shortName(), unit.kind().chinese(),
                codeOf(organisation, Optional.ofNullable(unit.parent()).flatMap(organisation::unit)), String.valueOf(unit.rank()));
    }

    private static List<String> village(Organisation organisation, Unit unit) {
        return List.of(unit.code(), unit.name(), unit.kind().chinese(),
                codeOf(organisation, Optional.ofNullable(unit.parent()).flatMap(organisation::unit)), "", "", "", "", String.valueOf(unit.rank()));
    }

    private static List<String> post(Organisation organisation, Post post) {
        var holder = organisation.holders(post.id()).stream().findFirst();
        var functions = post.functions().stream().flatMap(word -> PostFunction.of(word).stream()).sorted().map(PostFunction::chinese)
                .collect(Collectors.joining("、"));
        return List.of(post.code(), codeOf(organisation, organisation.unit(post.unit())), post.title(),
                holder.flatMap(held -> organisation.person(held.person())).map(Person::name).orElse(""),
                holder.map(Holding::kind).map(kind -> kind.chinese()).orElse(""), functions,
                holder.map(held -> held.person().toString()).orElse(""));
    }

    private static List<String> body(Organisation organisation, Body body) {
        var strength = organisation.strength(body.id());
        boolean known = strength.known();
        return List.of(codeOf(organisation, organisation.unit(body.unit())), body.kind().chinese(), body.name(),
                known ? String.valueOf(strength.full()) : "", known ? String.valueOf(strength.probationary()) : "",
                known ? String.valueOf(strength.voting()) : "");
    }

    private static List<String> charge(Organisation organisation, Responsibility line) {
        var bearer = switch (line.bearer()) {
            case Bearer.OfPost(var post) -> organisation.post(post).map(Post::code).orElse("");
            default -> codeOf(organisation, organisation.unitOf(line.bearer()));
        };
        return List.of(bearer, line.kind().chinese(), line.subject(), String.join("、", line.keywords()),
                codeOf(organisation, Optional.ofNullable(line.over()).flatMap(organisation::unit)),
                Optional.ofNullable(line.substitute()).flatMap(organisation::post).map(Post::code).orElse(""), line.basis());
    }

    private static String codeOf(Organisation organisation, Optional<Unit> unit) {
        return unit.map(Unit::code).orElse("");
    }

    private static final String HELP = """
            1. “封面”填这份名册截至哪一天；导入后从那一天起算，之前的不变。
            2. 只填“单位”“领导”“村社区”三张表就能用；其余各表可以整张删去，删去的表不作任何改动。
            3. 每个单位、岗位一个编码，一直用下去。名称变了编码不变，是改名；编码变了，就是另一个单位。
            4. “单位”填县、各部门、乡镇、支部、企业、合作社等；最上一级（县）的上级单位编码留空。
            5. “村社区”一行一个村（社区）。填了书记、主任、党员数的，平台据此建立党支部和岗位；两格填同一个名字，就是一肩挑。
            6. “领导”“岗位”一行一个岗位。空缺的岗位姓名留空。挂职、主持工作、兼任、代理在“任职方式”里选，一般任职可不填。
            7. 同一个村、乡镇、部门里同名的按同一人处理；跨单位兼职的，在“任职方式”里选“兼任”。
            8. 这次没有写到的单位和岗位不会自动撤销，导入时会逐个问是否撤销。
            9. 列的先后可以调整，不要合并单元格；不得填写国家秘密、工作秘密和身份证号。
            """;
}
