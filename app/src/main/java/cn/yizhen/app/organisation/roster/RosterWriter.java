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
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Person;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.Responsibility;
import cn.yizhen.rules.organisation.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the workbook: empty as a template, or filled with the organisation of a day. */
public final class RosterWriter {

    private final Organisation organisation;

    private RosterWriter(Organisation organisation) {
        this.organisation = organisation;
    }

    /** The template, with what to fill in. */
    public static byte[] template() {
        var sections = new ArrayList<>(Sheets.ALL.stream().map(layout -> sheet(layout, List.of())).toList());
        sections.add(Section.of("填表说明", Page.A4_LANDSCAPE, Table.of(List.of(Column.of("填表说明", 1)), HELP.lines().map(Row::of).toList())));
        return Excel.write(new Document("机构名册模板", StyleSheet.TABLES, sections));
    }

    /** The organisation as of its day, its persons all named; brought in again on that day it changes nothing. */
    public static byte[] write(Organisation organisation) {
        return new RosterWriter(organisation).write();
    }

    private byte[] write() {
        var posts = organisation.units().stream().flatMap(unit -> organisation.posts(unit.id()).stream()).toList();
        var sections = List.of(
                sheet(Sheets.COVER, List.of(List.of(organisation.asOf().on().toString(), ""))),
                sheet(Sheets.CHANGES, List.of()),
                sheet(Sheets.UNITS, organisation.units().stream().filter(unit -> !Sheets.PLACES.contains(unit.kind())).map(this::unit).toList()),
                sheet(Sheets.LEADERS, posts.stream().filter(post -> post.serves("leader")).flatMap(this::post).toList()),
                sheet(Sheets.VILLAGES, organisation.units().stream().filter(unit -> Sheets.PLACES.contains(unit.kind())).map(this::village).toList()),
                sheet(Sheets.POSTS, posts.stream().filter(post -> !post.serves("leader")).flatMap(this::post).toList()),
                sheet(Sheets.PERSONS, persons(posts)),
                sheet(Sheets.BODIES, bodies().map(this::body).toList()),
                sheet(Sheets.MEMBERS, bodies().flatMap(this::members).toList()),
                sheet(Sheets.CHARGES, organisation.responsibilities().stream().map(this::charge).toList()));
        return Excel.write(new Document("机构名册", StyleSheet.TABLES, sections));
    }

    private static Section sheet(Layout layout, List<List<String>> rows) {
        var columns = layout.fields().stream().map(field -> {
            var column = Column.of(field.heading(), 1).hint(field.required() ? "必填" : "可不填").offering(field.choices());
            return field.key().equals("id") && layout != Sheets.PERSONS ? column.outOfSight() : column;
        }).toList();
        Block table = Table.of(columns, rows.stream().map(row -> Row.of(row.toArray(String[]::new))).toList());
        return Section.of(layout.sheet(), Page.A4_LANDSCAPE, table);
    }

    private List<String> unit(Unit unit) {
        return List.of(unit.code(), unit.name(), unit.shortName().equals(unit.name()) ? "" : unit.shortName(), unit.kind().chinese(),
                codeOf(Optional.ofNullable(unit.parent()).flatMap(organisation::unit)), unit.phone(), String.valueOf(unit.rank()));
    }

    private List<String> village(Unit unit) {
        return List.of(unit.code(), unit.name(), unit.kind().chinese(),
                codeOf(Optional.ofNullable(unit.parent()).flatMap(organisation::unit)), "", "", "", "", unit.phone(), String.valueOf(unit.rank()));
    }

    /** A row for each holder, one for a vacant post. */
    private Stream<List<String>> post(Post post) {
        var functions = post.functions().stream().flatMap(word -> PostFunction.of(word).stream()).sorted().map(PostFunction::chinese)
                .collect(Collectors.joining("、"));
        var unit = codeOf(organisation.unit(post.unit()));
        var holders = organisation.holders(post.id());
        return holders.isEmpty() ? Stream.of(List.of(post.code(), unit, post.title(), "", "", functions, ""))
                : holders.stream().map(held -> List.of(post.code(), unit, post.title(), nameOf(held.person()), held.kind().chinese(), functions,
                        held.person().toString()));
    }

    private List<List<String>> persons(List<Post> posts) {
        var homes = new LinkedHashMap<PersonId, String>();
        posts.forEach(post -> organisation.holders(post.id()).forEach(held -> homes.putIfAbsent(held.person(), codeOf(organisation.unit(post.unit())))));
        bodies().forEach(body -> organisation.members(body.id()).forEach(member -> homes.putIfAbsent(member.person(), codeOf(organisation.unit(body.unit())))));
        return homes.entrySet().stream().map(home -> List.of(home.getKey().toString(), nameOf(home.getKey()), home.getValue())).toList();
    }

    private Stream<Body> bodies() {
        return organisation.units().stream().flatMap(unit -> organisation.bodies(unit.id()).stream());
    }

    private Stream<List<String>> members(Body body) {
        return organisation.members(body.id()).stream().map(member -> List.of(codeOf(organisation.unit(body.unit())), body.kind().chinese(), body.name(),
                nameOf(member.person()), member.kind().chinese(), member.voting() ? "有" : "无", member.person().toString()));
    }

    private String nameOf(PersonId person) {
        return organisation.person(person).map(Person::name).orElse("");
    }

    private List<String> body(Body body) {
        var strength = organisation.strength(body.id());
        boolean known = strength.known();
        return List.of(codeOf(organisation.unit(body.unit())), body.kind().chinese(), body.name(),
                known ? String.valueOf(strength.full()) : "", known ? String.valueOf(strength.probationary()) : "",
                known ? String.valueOf(strength.voting()) : "");
    }

    private List<String> charge(Responsibility line) {
        var bearer = switch (line.bearer()) {
            case Bearer.OfPost(var post) -> organisation.post(post).map(Post::code).orElse("");
            default -> codeOf(organisation.unitOf(line.bearer()));
        };
        return List.of(bearer, line.kind().chinese(), line.subject(), String.join("、", line.keywords()),
                codeOf(Optional.ofNullable(line.over()).flatMap(organisation::unit)),
                Optional.ofNullable(line.substitute()).flatMap(organisation::post).map(Post::code).orElse(""), line.basis());
    }

    private static String codeOf(Optional<Unit> unit) {
        return unit.map(Unit::code).orElse("");
    }

    private static final String HELP = """
            1. “封面”填这份名册截至哪一天；导入后从那一天起算，之前的不变。
            2. 只填“单位”“领导”“村社区”三张表就能用；其余各表可以整张删去，删去的表不作任何改动。
            3. 每个单位、岗位一个编码，一直用下去。名称变了编码不变，是改名；编码变了，就是另一个单位。
            4. “单位”填县、各部门、乡镇、支部、企业、合作社等；最上一级（县）的上级单位编码留空。
            5. “办公电话”填办公室、村（社区）值班的号码，开会没有回执的照它打；可以不填。“村社区”一行一个村（社区）。填了书记、主任、党员数的，平台据此建立党支部和岗位；两格填同一个名字，就是一肩挑。
            6. “领导”“岗位”一行一个岗位；几个人担任同一个岗位的，一人一行，岗位编码、单位、职务写得一样。空缺的岗位姓名留空。挂职、主持工作、兼任、代理在“任职方式”里选，一般任职可不填。
            7. 同一个村、乡镇、部门里同名的按同一人处理；跨单位兼职的，在“任职方式”里选“兼任”。同名不同人的，在“人员”表里各给一个标识，再把标识填到他们那几行的“人员标识”列（这一列在导出的名册里是隐藏的，可取消隐藏）。
            8. “人员”表里改导出的姓名，是更正姓名。“成员”一行一个班子成员，只比对表里写到的班子；只报人数的班子在“班子”表里填人数。
            9. 合并、拆分、更名、改变隶属填“变更”：合并的原单位编码、拆分的新单位编码和名称写多个，用顿号分开；各写各的日期和文件。
            10. “分工”的B角填岗位编码；每一行分工都要有依据文件，本行不写的按“封面”的依据文件。
            11. 这次没有写到的单位、岗位、任职、成员、分工不会自动撤销，导入时会逐个问是否撤销。
            12. 列的先后可以调整，不要合并单元格；不得填写国家秘密、工作秘密和身份证号。
            """;
}
