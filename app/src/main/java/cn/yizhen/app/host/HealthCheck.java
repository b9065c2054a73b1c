package cn.yizhen.app.host;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * One thing without which the program is not ready to serve; a module offers its own as a bean.
 *
 * @param name    one English word, «database»; never a person or a place
 * @param trouble what is wrong, in one plain Chinese sentence; empty when all is well. Must answer within
 *                seconds and may throw, which counts as trouble
 */
public record HealthCheck(String name, Supplier<Optional<String>> trouble) {}
