package cn.yizhen.app.institution;

import cn.yizhen.rules.Reason;
import cn.yizhen.rules.cases.CaseReader;
import cn.yizhen.rules.cases.CaseRunner;
import cn.yizhen.rules.cases.Coverage;
import cn.yizhen.rules.cases.InstitutionCase;
import cn.yizhen.rules.institution.Catalogue;
import cn.yizhen.rules.institution.Institution;
import cn.yizhen.rules.institution.reading.CatalogueReader;
import cn.yizhen.rules.institution.reading.Fault;
import cn.yizhen.rules.institution.reading.Reading;
import cn.yizhen.rules.institution.reading.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads what the county wrote together with what ships, by the same reader, under the same cases. */
@Component
public class LocalReading {

    private static final int MOST_KEPT = 20;

    private final ShippedCatalogue shipped;
    private final ConcurrentHashMap<List<UUID>, Together> together = new ConcurrentHashMap<>();

    LocalReading(ShippedCatalogue shipped) {
        this.shipped = shipped;
    }

    /**
     * @param catalogue the shipped one with those of the county's own that can be read
     * @param setAside  why others cannot, since a release brought another format or other words
     */
    record Together(Catalogue catalogue, List<Reason> setAside) {}

    /** One thing that is wrong, said for a page: 正文第 12 行第 5 列. */
    public record Problem(String where, String line, String text) {}

    /** @param institution empty while the text cannot be read */
    public record Checked(Optional<Institution> institution, Optional<Catalogue> catalogue, List<Problem> problems, int cases) {

        public boolean sound() {
            return problems.isEmpty();
        }
    }

    /** The catalogue with the adopted versions. */
    Together with(List<LocalVersion> adopted) {
        if (adopted.isEmpty()) {
            return new Together(shipped.catalogue(), List.of());
        }
        if (together.size() > MOST_KEPT) {
            together.clear();
        }
        return together.computeIfAbsent(adopted.stream().map(LocalVersion::id).toList(), _ -> read(adopted));
    }

    private Together read(List<LocalVersion> adopted) {
        var fitting = new ArrayList<LocalVersion>();
        var setAside = new ArrayList<Reason>();
        var catalogue = shipped.catalogue();
        for (var version : adopted) {
            fitting.add(version);
            if (CatalogueReader.read(files(fitting)) instanceof Reading.Read<Catalogue>(var read)) {
                catalogue = read;
            } else {
                fitting.remove(version);
                setAside.add(Reason.of("local-institution-unreadable", "本县办法“" + version.institution() + "”按新版的格式读不出来，暂不执行",
                        "请制度维护人打开它，按提示改正后再采用一次"));
            }
        }
        return new Together(catalogue, List.copyOf(setAside));
    }

    /** Everything that is wrong with a version, all at once. */
    Checked check(LocalVersion version, List<LocalVersion> others) {
        var siblings = others.stream().filter(other -> !other.institution().equals(version.institution())).toList();
        var files = files(Stream.concat(siblings.stream(), Stream.of(version)).toList());
        var read = CatalogueReader.read(files);
        var cases = CaseReader.read(version.files());
        if (!read.faults().isEmpty() || !cases.faults().isEmpty()) {
            return new Checked(Optional.empty(), Optional.empty(), Stream.concat(read.faults().stream(), cases.faults().stream())
                    .map(fault -> problem(fault, version)).distinct().toList(), 0);
        }
        return run(version, value(read), value(cases));
    }

    private static Checked run(LocalVersion version, Catalogue catalogue, List<InstitutionCase> cases) {
        var institution = catalogue.institution(version.institution()).orElseThrow();
        var runner = new CaseRunner(catalogue);
        var problems = new ArrayList<Problem>();
        cases.forEach(example -> runner.wrong(example)
                .ifPresent(text -> problems.add(problem(new Fault(example.place(), "“" + example.says() + "”" + text), version))));
        Coverage.gaps(institution, cases).forEach(gap -> problems.add(new Problem("案例", "", gap + "，请补上")));
        return new Checked(Optional.of(institution), Optional.of(catalogue), List.copyOf(problems), cases.size());
    }

    private static Problem problem(Fault fault, LocalVersion version) {
        var place = fault.place();
        var inCases = place.file().endsWith(".cases.yaml");
        var line = (inCases ? version.cases() : version.text()).lines().skip(place.line() - 1L).findFirst().orElse("");
        return new Problem((inCases ? "案例" : "正文") + "第 " + place.line() + " 行第 " + place.column() + " 列", line.strip(), fault.text());
    }

    private List<SourceFile> files(List<LocalVersion> versions) {
        return Stream.concat(shipped.files().stream(), versions.stream().flatMap(version -> version.files().stream())).toList();
    }

    private static <T> T value(Reading<T> reading) {
        return switch (reading) {
            case Reading.Read<T>(var value) -> value;
            case Reading.Faulty<T>(var faults) -> throw new IllegalStateException("faults were told before: " + faults);
        };
    }
}
