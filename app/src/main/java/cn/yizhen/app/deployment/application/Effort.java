package cn.yizhen.app.deployment.application;

import cn.yizhen.app.deployment.model.EffortTable;
import cn.yizhen.directives.Cadence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The published minutes of a feedback, from {@code deployment/effort.yaml}. */
@Component
public class Effort {

    private final EffortTable table = read();

    public EffortTable table() {
        return table;
    }

    private static EffortTable read() {
        try (var file = new ClassPathResource("deployment/effort.yaml").getInputStream()) {
            var data = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(file);
            var perYear = new EnumMap<Cadence, Integer>(Cadence.class);
            var given = (Map<?, ?>) data.get("per-year");
            Arrays.stream(Cadence.values()).forEach(rhythm -> perYear.put(rhythm, (Integer) given.get(rhythm.code())));
            return new EffortTable((Integer) data.get("minutes"), perYear, (Integer) data.get("once"), (String) data.get("source"), !"U".equals(data.get("status")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
