package cn.yizhen.app.organisation;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What was uploaded, a workbook or a notice, between upload and confirmation, each for its uploader, for two hours at most. They are full of
 * names, so they stay in memory and are never stored; after a restart the file is uploaded again.
 */
@Component
class Uploads {

    private static final Duration KEPT = Duration.ofHours(2);
    private static final int MOST = 20;

    private record Upload(UUID account, Object content, Instant at) {}

    private final Map<UUID, Upload> kept = new LinkedHashMap<>();
    private final Ids ids;
    private final Clock clock;

    Uploads(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    synchronized UUID keep(Scope scope, Object content) {
        kept.values().removeIf(upload -> upload.at().plus(KEPT).isBefore(clock.instant()));
        if (kept.size() >= MOST) {
            kept.remove(kept.keySet().iterator().next());
        }
        var id = ids.next();
        kept.put(id, new Upload(scope.account(), content, clock.instant()));
        return id;
    }

    synchronized <T> Optional<T> find(Scope scope, UUID id, Class<T> kind) {
        return Optional.ofNullable(kept.get(id))
                .filter(upload -> upload.account().equals(scope.account()) && !upload.at().plus(KEPT).isBefore(clock.instant()))
                .map(Upload::content)
                .filter(kind::isInstance)
                .map(kind::cast);
    }
}
