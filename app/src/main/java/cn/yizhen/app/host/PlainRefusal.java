package cn.yizhen.app.host;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;

/** A start that cannot be is told in two plain lines by the entry point, not by a stack trace. */
final class PlainRefusal implements SpringBootExceptionReporter {

    PlainRefusal(@Nullable ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        return CannotStart.behind(failure).isPresent();
    }
}
