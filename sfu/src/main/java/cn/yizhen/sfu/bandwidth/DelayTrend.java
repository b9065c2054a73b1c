package cn.yizhen.sfu.bandwidth;

/**
 * Whether packets arrive further and further apart than they left: the sign of a queue that grows. A line is laid
 * through the delay of the last {@value #WINDOW} groups, and its slope held against a threshold that adapts to the
 * link (draft-ietf-rmcat-gcc-02 section 5.3 to 5.5, with the line filter that browsers use instead of its Kalman filter).
 */
final class DelayTrend {

    /** What the queue on the way does. */
    enum Queue { STEADY, GROWS, EMPTIES }

    private static final int WINDOW = 20;
    private static final double SMOOTHING = 0.9;
    private static final double GAIN = 4;
    private static final int MOST_COUNTED = 60;
    private static final double GROUP_MILLIS = 5;
    private static final double SLOW = 0.0087;
    private static final double QUICK = 0.039;
    private static final double LEAST = 6;
    private static final double MOST = 600;
    private static final double SUSTAINED_MILLIS = 10;

    private final double[] times = new double[WINDOW];
    private final double[] delays = new double[WINDOW];
    private int groups;
    private double accumulated;
    private double smoothed;
    private double threshold = 12.5;
    private double overSince = -1;
    private double lastTrend;
    private Queue queue = Queue.STEADY;

    private double groupFirstSent = Double.NaN;
    private double groupLastSent;
    private double groupArrived;
    private double earlierSent = Double.NaN;
    private double earlierArrived;

    /** A packet that arrived, in the order of leaving; both times in milliseconds, each on its own clock. */
    void arrived(double sent, double at) {
        if (Double.isNaN(groupFirstSent)) {
            begin(sent, at);
        } else if (sent - groupFirstSent <= GROUP_MILLIS) {
            groupLastSent = Math.max(groupLastSent, sent);
            groupArrived = Math.max(groupArrived, at);
        } else {
            complete();
            begin(sent, at);
        }
    }

    Queue queue() {
        return queue;
    }

    private void begin(double sent, double at) {
        groupFirstSent = sent;
        groupLastSent = sent;
        groupArrived = at;
    }

    private void complete() {
        if (!Double.isNaN(earlierSent)) {
            double between = groupArrived - earlierArrived;
            accumulated += between - (groupLastSent - earlierSent);
            smoothed = SMOOTHING * smoothed + (1 - SMOOTHING) * accumulated;
            times[groups % WINDOW] = groupArrived;
            delays[groups % WINDOW] = smoothed;
            groups++;
            if (groups >= WINDOW) {
                judge(Math.min(groups, MOST_COUNTED) * slope() * GAIN, Math.max(0, between));
            }
        }
        earlierSent = groupLastSent;
        earlierArrived = groupArrived;
    }

    private double slope() {
        double meanTime = 0;
        double meanDelay = 0;
        for (int i = 0; i < WINDOW; i++) {
            meanTime += times[i] / WINDOW;
            meanDelay += delays[i] / WINDOW;
        }
        double above = 0;
        double below = 0;
        for (int i = 0; i < WINDOW; i++) {
            above += (times[i] - meanTime) * (delays[i] - meanDelay);
            below += (times[i] - meanTime) * (times[i] - meanTime);
        }
        return below == 0 ? 0 : above / below;
    }

    private void judge(double trend, double passed) {
        if (trend > threshold) {
            overSince = overSince < 0 ? passed / 2 : overSince + passed;
            if (overSince > SUSTAINED_MILLIS && trend >= lastTrend) {
                queue = Queue.GROWS;
            }
        } else {
            overSince = -1;
            queue = trend < -threshold ? Queue.EMPTIES : Queue.STEADY;
        }
        lastTrend = trend;
        adapt(Math.abs(trend), Math.min(passed, 100));
    }

    private void adapt(double size, double passed) {
        if (size <= threshold + 15) {
            double pace = size < threshold ? QUICK : SLOW;
            threshold = Math.clamp(threshold + pace * (size - threshold) * passed, LEAST, MOST);
        }
    }
}
