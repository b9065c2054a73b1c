package cn.yizhen.app.organisation.roster;

import cn.yizhen.app.document.reading.Entry;
import cn.yizhen.app.document.reading.Finding;
import cn.yizhen.app.document.reading.Layout;
import cn.yizhen.app.document.reading.Place;
import cn.yizhen.app.document.reading.Reading;
import cn.yizhen.app.document.reading.Workbook;
import cn.yizhen.app.organisation.PostFunction;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.organisation.BodyKind;
import cn.yizhen.rules.organisation.HoldingKind;
import cn.yizhen.rules.organisation.MembershipKind;
import cn.yizhen.rules.organisation.ResponsibilityKind;
import cn.yizhen.rules.organisation.UnitKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Takes a workbook apart into a roster, with every fault of every sheet. */
final class RosterReader {

    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Reading> readings = new HashMap<>();

    /** @param roster what could be read, faulty rows left out */
    record Read(Roster roster, List<Finding> findings) {}

    static Read read(Workbook workbook) {
        return new RosterReader().readAll(workbook);
    }

    private Read readAll(Workbook workbook) {
        for (var layout : Sheets.ALL) {
            var reading = layout.read(workbook);
            readings.put(layout.sheet(), reading);
            findings.addAll(reading.findings());
        }
        var cover = entries(Sheets.COVER).stream().findFirst();
        var units = new ArrayList<>(entries(Sheets.UNITS).stream().filter(e -> has(e, "code", "name", "kind")).map(this::unit).toList());
        entries(Sheets.VILLAGES).stream().filter(e -> has(e, "code", "name", "kind")).map(this::unit).forEach(units::add);
        var posts = new ArrayList<Roster.PostLine>();
        for (var layout : List.of(Sheets.LEADERS, Sheets.POSTS)) {
            entries(layout).stream().filter(e -> has(e, "code", "unit", "title")).map(this::post).forEach(posts::add);
        }
        var bodies = entries(Sheets.BODIES).stream().filter(e -> has(e, "unit", "kind", "name")).map(this::body).toList();
        var charges = entries(Sheets.CHARGES).stream().filter(e -> has(e, "bearer", "kind", "subject")).map(RosterReader::charge).toList();
        var sheets = readings.entrySet().stream().filter(e -> e.getValue().present()).map(Map.Entry::getKey).toList();
        var persons = entries(Sheets.PERSONS).stream().filter(e -> has(e, "id", "name")).map(RosterReader::person).toList();
        var members = entries(Sheets.MEMBERS).stream().filter(e -> has(e, "unit", "body", "bodyName", "name")).map(RosterReader::member).toList();
        var changes = entries(Sheets.CHANGES).stream().filter(e -> has(e, "kind", "before", "basis") && e.date("day").isPresent())
                .map(RosterReader::change).toList();
        var roster = new Roster(cover.flatMap(e -> e.date("day")).orElse(LocalDate.EPOCH), cover.map(e -> e.text("basis")).orElse(""),
                persons, units, posts, bodies, members, charges, changes, Set.copyOf(sheets));
        var whole = VillageRows.complete(roster, entries(Sheets.VILLAGES).stream().filter(e -> has(e, "code", "name", "kind")).toList());
        return new Read(whole, findings);
    }

    private List<Entry> entries(Layout layout) {
        return readings.get(layout.sheet()).entries();
    }

    private static boolean has(Entry entry, String... keys) {
        return Stream.of(keys).noneMatch(key -> entry.text(key).isEmpty());
    }

    private Roster.UnitLine unit(Entry entry) {
        return new Roster.UnitLine(entry.at("code"), entry.text("code"), entry.text("name"), entry.text("short"),
                UnitKind.of(entry.text("kind")).orElseThrow(), entry.text("parent"), entry.text("phone"), entry.whole("rank").orElse(null));
    }

    private Roster.PostLine post(Entry entry) {
        var kind = Arrays.stream(HoldingKind.values()).filter(k -> k.chinese().equals(entry.text("kind"))).findFirst();
        return new Roster.PostLine(entry.at("code"), entry.text("code"), entry.text("unit"), entry.text("title"), functions(entry),
                entry.text("person"), entry.text("id"), kind.orElse(HoldingKind.HOLDS));
    }

    private Set<String> functions(Entry entry) {
        var words = new LinkedHashSet<String>();
        for (var spelling : words(entry.text("functions"))) {
            PostFunction.of(spelling).ifPresentOrElse(function -> words.add(function.word()), () -> unknownFunction(entry.at("functions"), spelling));
        }
        return words;
    }

    private void unknownFunction(Place place, String spelling) {
        findings.add(Finding.fault(place, Reason.of("function-unknown", "没有“" + spelling + "”这种职能。",
                "可填：" + String.join("、", Arrays.stream(PostFunction.values()).map(PostFunction::chinese).toList()) + "；多个用顿号分开，也可不填。")));
    }

    private Roster.BodyLine body(Entry entry) {
        var full = entry.whole("full");
        int voting = entry.whole("voting").orElse(full.orElse(0));
        if (full.isPresent() && voting > full.get()) {
            findings.add(Finding.fault(entry.at("voting"), Reason.of("more-voters-than-members", "有表决权人数多于正式人数。", "请核对两个数。")));
            voting = full.get();
        }
        var count = full.isEmpty() ? null : new Roster.Count(full.get(), entry.whole("probationary").orElse(0), voting);
        return new Roster.BodyLine(entry.at("unit"), entry.text("unit"), BodyKind.of(entry.text("kind")).orElseThrow(), entry.text("name"), count);
    }

    private static Roster.PersonLine person(Entry entry) {
        return new Roster.PersonLine(entry.at("name"), entry.text("id"), entry.text("name"), entry.text("unit"));
    }

    private static Roster.MemberLine member(Entry entry) {
        boolean probationary = entry.text("kind").equals(MembershipKind.PROBATIONARY.chinese());
        return new Roster.MemberLine(entry.at("name"), entry.text("unit"), BodyKind.of(entry.text("body")).orElseThrow(), entry.text("bodyName"),
                entry.text("name"), entry.text("id"), probationary ? MembershipKind.PROBATIONARY : MembershipKind.FULL,
                !probationary && !entry.text("voting").equals("无"));
    }

    private static Roster.ChangeLine change(Entry entry) {
        var kind = Arrays.stream(UnitChange.values()).filter(k -> k.chinese().equals(entry.text("kind"))).findFirst().orElseThrow();
        return new Roster.ChangeLine(entry.at("before"), entry.date("day").orElseThrow(), kind, words(entry.text("before")), words(entry.text("after")),
                words(entry.text("name")), entry.text("parent"), entry.text("basis"));
    }

    private static Roster.ChargeLine charge(Entry entry) {
        var kind = Arrays.stream(ResponsibilityKind.values()).filter(k -> k.chinese().equals(entry.text("kind"))).findFirst().orElseThrow();
        return new Roster.ChargeLine(entry.at("bearer"), entry.text("bearer"), kind, entry.text("subject"), words(entry.text("keywords")),
                entry.text("over"), entry.text("substitute"), entry.text("basis"));
    }

    private static List<String> words(String text) {
        return Stream.of(text.split("[、，,；;\\s]+")).filter(word -> !word.isEmpty()).toList();
    }
}
