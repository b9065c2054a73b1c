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

import cn.yizhen.rules.institution.DemandKind;
import cn.yizhen.rules.institution.DemandTrait;
import cn.yizhen.rules.institution.Institution;
import cn.yizhen.rules.institution.Spelling;
import cn.yizhen.rules.organisation.BodyKind;
import cn.yizhen.rules.organisation.UnitKind;

/** What only all files together can tell: identifiers given twice, and words nothing declares. */
final class CrossChecks {

    private static final Set<String> RULES = Set.of("职责", "时限", "总量控制", "报表");
    private static final String OWN = "local-";

    private final List<Notes> sheets;
    private final Set<Fault> faults = new HashSet<>();

    private CrossChecks(List<Notes> sheets) {
        this.sheets = sheets;
    }

    static Collection<Fault> of(List<Notes> sheets, List<Institution> institutions) {
        var checks = new CrossChecks(sheets);
        checks.identifiersAreUnique();
        checks.ownNamesStandApart();
        checks.wordsAreDeclared();
        checks.namesAreUnique(institutions);
        return checks.faults;
    }

    private void identifiersAreUnique() {
        Map<String, Notes.Declaration> first = new HashMap<>();
        declarations().forEach(declaration -> {
            var earlier = first.putIfAbsent(namespace(declaration) + declaration.id(), declaration);
            if (earlier != null && !declaration.id().equals("none")) {
                faults.add(new Fault(declaration.place(), declaration.sort() + "“" + declaration.id() + "”在 "
                        + earlier.place() + " 已经用过，标识全县唯一，请换一个"));
            }
        });
    }

    /** Values, corrections and confirmations name a rule by its identifier alone, whatever its sort. */
    private static String namespace(Notes.Declaration declaration) {
        return RULES.contains(declaration.sort()) ? "规则" : declaration.sort();
    }

    /** A later release must be able to bring any name without meeting one of the county's own. */
    private void ownNamesStandApart() {
        sheets.stream().filter(Notes::local).flatMap(notes -> notes.declarations().stream())
                .filter(declaration -> !declaration.id().startsWith(OWN) && !declaration.id().equals("none"))
                .forEach(declaration -> faults.add(new Fault(declaration.place(), "本县制度里的标识要以 " + OWN
                        + " 开头，免得与以后的上级制度重名，请改为“" + OWN + declaration.id() + "”")));
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
                "demand.kind", words(Arrays.stream(DemandKind.values()).map(DemandKind::word)),
                "demand.traits", words(Arrays.stream(DemandTrait.values()).map(DemandTrait::word)),
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
            case "demand.kind" -> "布置种类";
            case "demand.traits" -> "布置性质";
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
