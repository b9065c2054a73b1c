package cn.yizhen.app.duty;

import cn.yizhen.rules.institution.RecordKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The published minutes one record takes, from {@code duty/effort.yaml}; nobody is ever timed. */
@Component
class RecordEffort {

    private final Map<?, ?> table = read();

    /** Minutes of one record of a kind. */
    int minutes(Optional<RecordKind> kind) {
        var minutes = (Map<?, ?>) table.get("minutes");
        return kind.map(it -> (Integer) minutes.get(it.shape().word())).orElse((Integer) table.get("otherwise"));
    }

    /** Who published them. */
    String source() {
        return (String) table.get("source");
    }

    private static Map<?, ?> read() {
        try (var file = new ClassPathResource("duty/effort.yaml").getInputStream()) {
            return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
