package cn.yizhen.app.host;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whether the program is ready to serve: every {@link HealthCheck} asked anew. */
@Component
public final class Health {

    private static final Logger LOG = LoggerFactory.getLogger(Health.class);

    private final List<HealthCheck> checks;

    Health(ObjectProvider<HealthCheck> checks) {
        this.checks = checks.stream().toList();
    }

    /** What is wrong, by the name of the check; empty when the program is ready. */
    public Map<String, String> troubles() {
        var troubles = new TreeMap<String, String>();
        checks.forEach(check -> asked(check).ifPresent(what -> troubles.put(check.name(), what)));
        return troubles;
    }

    List<String> names() {
        return checks.stream().map(HealthCheck::name).sorted().toList();
    }

    private static Optional<String> asked(HealthCheck check) {
        try {
            return check.trouble().get();
        } catch (RuntimeException e) {
            LOG.warn("health check {} failed: {}", check.name(), e.getClass().getSimpleName());
            return Optional.of("无法核对，请查看日志。");
        }
    }
}
