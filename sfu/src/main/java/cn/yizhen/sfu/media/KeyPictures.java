package cn.yizhen.sfu.media;

import cn.yizhen.sfu.rtp.Bits;
import cn.yizhen.sfu.rtp.H264;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps H.264's parameter sets back until it is seen what stands behind them: only SPS, PPS and an IDR of one moment
 * together are where a decoder can begin. They are then handed on together, the first of them as the beginning.
 */
final class KeyPictures {

    private static final int MOST = 4;
    private static final int NEEDED = H264.SPS | H264.PPS | H264.IDR;

    private final List<Incoming> held = new ArrayList<>();
    private int contents;

    /** What may go on now that this packet came, in order. */
    List<Incoming> passes(Incoming incoming) {
        if (!held.isEmpty() && Bits.ahead(incoming.packet().sequence(), held.getFirst().packet().sequence()) < 0) {
            // came late: nothing of the picture that is being put together
            return List.of(incoming);
        }
        var ready = new ArrayList<Incoming>();
        if (!held.isEmpty() && held.getFirst().packet().timestamp() != incoming.packet().timestamp()) {
            release(ready);
        }
        int has = H264.contents(incoming.packet());
        contents |= has;
        held.add(incoming);
        boolean more = has != 0 && (has & (H264.IDR | H264.OTHER)) == 0;
        if (!more || held.size() > MOST) {
            if ((has & H264.IDR) != 0 && (contents & NEEDED) == NEEDED) {
                held.set(0, held.getFirst().beginning());
            }
            release(ready);
        }
        return ready;
    }

    private void release(List<Incoming> to) {
        to.addAll(held);
        held.clear();
        contents = 0;
    }
}
