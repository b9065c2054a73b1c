package cn.yizhen.app.host;

import java.io.PrintStream;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The program cannot run as it was asked to. Ends the start with two plain lines: what is wrong and what
 * to do; never a stack trace.
 */
public final class CannotStart extends RuntimeException {

    private final String nextStep;

    public CannotStart(String what, String nextStep) {
        super(what);
        this.nextStep = nextStep;
    }

    /** The refusal behind a failure, however deep the wiring has wrapped it. */
    public static Optional<CannotStart> behind(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(CannotStart.class::isInstance).map(CannotStart.class::cast).findFirst();
    }

    public String nextStep() {
        return nextStep;
    }

    /** Both lines, as a command says them. */
    public void tell(PrintStream err) {
        err.println(getMessage());
        err.println(nextStep);
    }
}
