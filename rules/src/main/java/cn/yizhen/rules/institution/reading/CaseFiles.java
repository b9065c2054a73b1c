package cn.yizhen.rules.institution.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the lists of cases that stand beside institution files; what a case looks like, its reader says. */
public final class CaseFiles {

    private CaseFiles() {}

    /** Reads one member of a list of cases. */
    @FunctionalInterface
    public interface Member<T> {

        /** Empty after noting a fault. */
        Optional<T> read(Form form);
    }

    /**
     * @param files  all files of the catalogue; only files of cases are read
     * @param member reads one case
     */
    public static <T> Reading<List<T>> read(List<SourceFile> files, Member<T> member) {
        var cases = new ArrayList<T>();
        var faults = new ArrayList<Fault>();
        files.stream().filter(SourceFile::holdsCases).sorted(Comparator.comparing(SourceFile::path)).forEach(file -> {
            var notes = new Notes(file);
            Yaml.decode(file.bytes(), notes).flatMap(text -> Yaml.mapping(text, notes)).ifPresent(root -> {
                var fields = new Fields(root, "案例文件", notes);
                cases.addAll(fields.required("cases", "案例", Groups.list((node, n) -> one(node, n, member)), List.of()));
                fields.close();
            });
            faults.addAll(notes.faults());
        });
        return faults.isEmpty() ? new Reading.Read<>(List.copyOf(cases)) : new Reading.Faulty<>(faults);
    }

    private static <T> Optional<T> one(Node node, Notes notes, Member<T> member) {
        var form = new Form(node, "案例", notes);
        var read = member.read(form);
        form.close();
        return read;
    }
}
