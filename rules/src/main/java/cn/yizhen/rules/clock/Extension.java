package cn.yizhen.rules.clock;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A longer term granted by somebody (延期).
 *
 * @param at       when it was granted
 * @param to       the whole term from the same beginning
 * @param approver who granted it, as printed
 * @param ground   why
 * @param document the paper or words it rests on, or null where the step itself is the ground
 */
public record Extension(LocalDateTime at, Term to, String approver, String ground, @Nullable String document) {}
