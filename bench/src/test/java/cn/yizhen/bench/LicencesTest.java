package cn.yizhen.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the program's bill of materials: every library has a licence we allow, and none that would bind the county. */
@DisplayName("许可清单")
class LicencesTest {

    private static final Path BILL = Path.of("../app/target/classes/META-INF/sbom/application.cdx.json");
    /** Permissive, or copyleft of the file only (EPL, LGPL of what is used unchanged as a library of its own). */
    private static final Pattern ALLOWED = Pattern.compile(
            "(?i)Apache[- ]2\\.0|Apache License.*2|Apache-2|MIT.*|BSD.*|0BSD|ISC|EPL-[12]\\.0|Eclipse Public.*|EDL.*|LGPL-2\\.1.*|MPL-2\\.0|CC0-1\\.0|Public Domain|"
                    + "Bouncy Castle Licence|Go License|MulanPSL-2\\.0|PostgreSQL|Unlicense|BSD-2-Clause|The PostgreSQL License.*|GPL-2\\.0-with-classpath-exception");

    @Test
    @DisplayName("每个程序库都有许可，且都在允许之列")
    void everyLibraryIsAllowed() throws IOException {
        assumeTrue(Files.exists(BILL), "the bill is made when the program is packed (mvnw verify)");
        var wrong = new ArrayList<String>();
        var libraries = JsonMapper.shared().readTree(Files.readAllBytes(BILL)).get("components");
        assertThat(libraries.size()).isGreaterThan(30);
        for (var library : libraries) {
            var licences = licences(library);
            if (!library.path("group").asString("").equals("cn.yizhen") && licences.stream().noneMatch(licence -> ALLOWED.matcher(licence).matches())) {
                wrong.add(library.path("purl").asString("") + " " + licences);
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Of several licences offered one allowed is enough: whoever uses the library chooses. */
    private static List<String> licences(JsonNode library) {
        var licences = new ArrayList<String>();
        for (var one : library.path("licenses")) {
            var licence = one.path("license");
            if (one.has("expression")) {
                licences.addAll(List.of(one.get("expression").asString().replaceAll("[()]", "").split(" OR ")));
            }
            licences.add(licence.path("id").asString(licence.path("name").asString("")));
        }
        return licences;
    }
}
