package cn.yizhen.app.deployment.storage;

import cn.yizhen.app.deployment.model.Path;
import cn.yizhen.app.deployment.model.Stage;
import cn.yizhen.app.deployment.model.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A document in the office's list. */
public record Listed(UUID id, String title, LocalDate received, boolean drafted, List<Step> steps) {

    public Stage stage() {
        return path().stage();
    }

    public Path path() {
        return new Path(drafted, steps);
    }
}
