package cn.yizhen.app.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps pages a test saw below {@code target/pages}, to be looked at in a browser. */
final class Pages {

    private Pages() {}

    static void keep(String name, String html) throws IOException {
        var directory = Files.createDirectories(Path.of("target/pages"));
        Files.writeString(directory.resolve(name + ".html"), html.replaceAll("/static/[0-9a-f]+/", "../../src/main/resources/static/"));
    }
}
