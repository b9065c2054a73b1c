package cn.yizhen.rules.institution.reading;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import cn.yizhen.rules.institution.Institution;
import cn.yizhen.rules.institution.Spelling;
import cn.yizhen.rules.organisation.BodyKind;
import cn.yizhen.rules.organisation.UnitKind;

/** What only all files together can tell: identifiers given twice, and words nothing declares. */
final class CrossChecks {

    private final List<Notes> sheets;
    private final Set<Fault> faults = new HashSet<>();

    private CrossChecks(List<Notes> sheets) {
        this.sheets = sheets;
    }

    static Collection<Fault> of(List<Notes> sheets, List<Institution> institutions) {
        var checks = new CrossChecks(sheets);
        checks.identifiersAreUnique();
        checks.wordsAreDeclared();
        checks.namesAreUnique(institutions);
        return checks.faults;
    }

    private void identifiersAreUnique() {
        Map<String, Notes.Declaration> first = new HashMap<>();
        declarations().forEach(declaration -> {
            var earlier = first.putIfAbsent(declaration.sort() + declaration.id(), declaration);
            if (earlier != null && !declaration.id().equals("none")) {
                faults.add(new Fault(declaration.place(), declaration.sort() + "“" + declaration.id() + "”在 "
                        + earlier.place() + " 已经用过，标识全县唯一，请换一个"));
            }
        });
    }

    private void namesAreUnique(List<Institution> institutions) {
        var first = new HashMap<String, Institution>();
        institutions.forEach(institution -> {
            var earlier = first.putIfAbsent(institution.id().value(), institution);
            if (earlier != null) {
                faults.add(new Fault(new Place(institution.pillar().folder() + "/" + institution.id() + ".yaml", 1, 1),
                        "文件名与 " + earlier.pillar().folder() + "/" + earlier.id() + ".yaml 相同，文件名就是制度标识，请换一个"));
            }
        });
    }

    private void wordsAreDeclared() {
        Map<String, Set<String>> vocabularies = Map.of(
                "unit.kind", words(Arrays.stream(UnitKind.values()).map(UnitKind::word)),
                "unit.parent_kind", words(Arrays.stream(UnitKind.values()).map(UnitKind::word)),
                "body.kind", words(Arrays.stream(BodyKind.values()).map(BodyKind::word)),
                "record.kind", declared("记录种类"),
                "record.topics", declared("议题"));
        sheets.stream().flatMap(notes -> notes.uses().stream()).forEach(use -> {
            var known = vocabularies.get(use.variable());
            if (known != null && !known.contains(use.word())) {
                faults.add(new Fault(use.place(), "没有“" + use.word() + "”这个" + chinese(use.variable())
                        + Spelling.nearest(use.word(), known).map(near -> "，是不是“" + near + "”？")
                        .orElse("，已有的是：" + known.stream().sorted().collect(Collectors.joining("、")))));
            }
        });
    }

    private static String chinese(String variable) {
        return switch (variable) {
            case "unit.kind", "unit.parent_kind" -> "单位类别";
            case "body.kind" -> "班子类别";
            case "record.kind" -> "记录种类，请先在某个文件的 records 里写明";
            default -> "议题，请先在某个文件的 topics 里写明";
        };
    }

    private Set<String> declared(String sort) {
        return words(declarations().filter(declaration -> declaration.sort().equals(sort)).map(Notes.Declaration::id));
    }

    private Stream<Notes.Declaration> declarations() {
        return sheets.stream().flatMap(notes -> notes.declarations().stream());
    }

    private static Set<String> words(Stream<String> words) {
        return words.collect(Collectors.toUnmodifiableSet());
    }
}
