package cn.yizhen.rules.institution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import cn.yizhen.rules.institution.reading.CatalogueReader;
import cn.yizhen.rules.institution.reading.Reading;
import cn.yizhen.rules.institution.reading.SourceFile;

/** The files that ship with the program, as tests read them from the source tree. */
public final class ShippedCatalogue {

    private static final Path ROOT = Path.of("..", "institutions");

    private ShippedCatalogue() {}

    public static List<SourceFile> files() {
        try (var paths = Files.walk(ROOT)) {
            return paths.filter(path -> path.toString().endsWith(".yaml")).sorted()
                    .map(path -> new SourceFile(ROOT.relativize(path).toString().replace('\\', '/'), bytes(path))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The catalogue; fails with every fault if it cannot be read. */
    public static Catalogue catalogue() {
        return switch (CatalogueReader.read(files())) {
            case Reading.Read<Catalogue>(var catalogue) -> catalogue;
            case Reading.Faulty<Catalogue>(var faults) -> throw new AssertionError(
                    String.join("\n", faults.stream().map(Object::toString).toList()));
        };
    }

    private static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
