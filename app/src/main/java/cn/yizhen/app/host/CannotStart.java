package cn.yizhen.app.host;

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

    public String nextStep() {
        return nextStep;
    }
}
