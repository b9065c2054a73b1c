package cn.yizhen.app.deployment.storage;

import cn.yizhen.app.deployment.model.Row;
import java.util.UUID;

/**
 * A row as those outside the drafting office see it.
 *
 * @param section title of the heading it stands under
 * @param issued  part of an issued table; otherwise its units are being asked
 */
public record SharedRow(UUID deployment, Row row, String section, boolean issued) {}
