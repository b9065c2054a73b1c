package cn.yizhen.sfu.rtp;

import java.util.Arrays;
import java.util.Optional;

/** When packets of one publisher arrived, by transport-wide number, until they are reported back to it. */
public final class ArrivalLog {

    private static final int MOST = 400;

    private final long[] times = new long[MOST];
    private int base = -1;
    private int reach;
    private int round;

    public ArrivalLog() {
        Arrays.fill(times, TransportFeedback.LOST);
    }

    /** @param micros on a clock that never goes back */
    public void arrived(int sequence, long micros) {
        if (base < 0) {
            base = sequence;
        }
        int at = Bits.ahead(sequence, base);
        if (at < 0) {
            return;
        }
        if (at >= MOST) {
            begin(sequence);
            at = 0;
        }
        times[at] = micros;
        reach = Math.max(reach, at + 1);
    }

    public boolean isFull() {
        return reach >= MOST / 2;
    }

    /** What came since the last report. */
    public Optional<TransportFeedback> report() {
        if (reach == 0) {
            return Optional.empty();
        }
        var feedback = new TransportFeedback(base, round++ & 0xFF, Arrays.copyOf(times, reach));
        begin(base + reach & 0xFFFF);
        return Optional.of(feedback);
    }

    private void begin(int sequence) {
        Arrays.fill(times, 0, Math.min(MOST, Math.max(reach, 1)), TransportFeedback.LOST);
        base = sequence;
        reach = 0;
    }
}
