package cn.yizhen.app.institution;

import cn.yizhen.rules.institution.reading.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Where institution files lie: inside the program, or in a folder somebody is working on. */
final class ShippedFiles {

    private static final String ROOT = "/institutions/";

    private ShippedFiles() {}

    /** The files inside the program. */
    static List<SourceFile> packed() {
        try {
            var files = new ArrayList<SourceFile>();
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:institutions/**/*.yaml")) {
                var address = file.getURL().toString();
                files.add(new SourceFile(address.substring(address.lastIndexOf(ROOT) + ROOT.length()), file.getContentAsByteArray()));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of a folder and its sub-folders. */
    static List<SourceFile> in(Path folder) {
        try (var paths = Files.walk(folder)) {
            var files = new ArrayList<SourceFile>();
            for (var path : paths.filter(Files::isRegularFile).filter(path -> path.toString().endsWith(".yaml")).sorted().toList()) {
                files.add(new SourceFile(folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path)));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
