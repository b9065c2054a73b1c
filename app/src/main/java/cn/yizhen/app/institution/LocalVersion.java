package cn.yizhen.app.institution;

import cn.yizhen.rules.institution.InstitutionId;
import cn.yizhen.rules.institution.Pillar;
import cn.yizhen.rules.institution.reading.SourceFile;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One version of an institution the county writes itself (本县办法), as it was saved.
 *
 * @param text  the institution file
 * @param cases its cases
 */
public record LocalVersion(UUID id, InstitutionId institution, String text, String cases, String savedBy, LocalDate savedOn) {

    private static final Pattern TITLE = Pattern.compile("(?m)^institution:\\s*(\\S.*)$");
    private static final Pattern PILLAR = Pattern.compile("(?m)^pillar:\\s*(\\S+)");

    /** What it calls itself; its identifier while the text does not say. */
    public String title() {
        return TITLE.matcher(text).results().map(found -> found.group(1).strip().replaceAll("^\"|\"$", "")).findFirst().orElse(institution.value());
    }

    /** The same as files of the catalogue; the folder follows the pillar the text names. */
    List<SourceFile> files() {
        var folder = PILLAR.matcher(text).results().map(found -> found.group(1)).findFirst()
                .flatMap(name -> Arrays.stream(Pillar.values()).filter(pillar -> pillar.chinese().equals(name)).findFirst())
                .orElse(Pillar.CONDUCT).folder();
        return List.of(new SourceFile(folder + "/" + institution + ".yaml", text.getBytes(StandardCharsets.UTF_8), true),
                new SourceFile(folder + "/" + institution + ".cases.yaml", cases.getBytes(StandardCharsets.UTF_8), true));
    }
}
