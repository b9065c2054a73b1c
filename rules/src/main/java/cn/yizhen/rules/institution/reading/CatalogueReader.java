package cn.yizhen.rules.institution.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import cn.yizhen.rules.institution.Catalogue;
import cn.yizhen.rules.institution.Institution;

/** Reads all institution files together: each by itself, then what they say about one another. */
public final class CatalogueReader {

    private CatalogueReader() {}

    /** @param files all files of the catalogue in any order; files of cases are passed over */
    public static Reading<Catalogue> read(List<SourceFile> files) {
        var institutions = new ArrayList<Institution>();
        var sheets = new ArrayList<Notes>();
        institutionsAmong(files).forEach(file -> {
            var notes = new Notes(file);
            InstitutionReader.read(file, notes).ifPresent(institutions::add);
            sheets.add(notes);
        });
        var faults = new ArrayList<>(sheets.stream().flatMap(notes -> notes.faults().stream()).toList());
        faults.addAll(CrossChecks.of(sheets, institutions));
        return faults.isEmpty() ? new Reading.Read<>(catalogue(institutions)) : new Reading.Faulty<>(faults);
    }

    /** What {@link Catalogue#digest} of these files is, without reading what they say. */
    public static String digest(List<SourceFile> files) {
        return together(institutionsAmong(files).map(file -> Yaml.decode(file.bytes(), new Notes(file)).map(Digest::of).orElse("")));
    }

    private static Stream<SourceFile> institutionsAmong(List<SourceFile> files) {
        return files.stream().filter(file -> !file.holdsCases()).sorted(Comparator.comparing(SourceFile::path));
    }

    private static Catalogue catalogue(List<Institution> institutions) {
        return new Catalogue(institutions, together(institutions.stream().map(Institution::digest)));
    }

    private static String together(Stream<String> digests) {
        return Digest.of(digests.collect(Collectors.joining("\n")));
    }
}
