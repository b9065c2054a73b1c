package cn.yizhen.sfu.media;

import cn.yizhen.sfu.rtp.Bits;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Which packets of an incoming stream have not come, and when to ask for them again. */
final class Missing {

    private static final long AGAIN_AFTER = TimeUnit.MILLISECONDS.toNanos(60);
    private static final long GIVEN_UP_AFTER = TimeUnit.MILLISECONDS.toNanos(800);
    private static final int MOST = 200;
    /** Numbers begin a turn up, so that an earlier packet that came late is not below nothing. */
    private static final long TURN = 0x10000L;

    private static final class Gap {
        final long since;
        long asked = Long.MIN_VALUE;

        Gap(long since) {
            this.since = since;
        }
    }

    private final TreeMap<Long, Gap> gaps = new TreeMap<>();
    private long highest = -1;

    /** Notes an arrival; false where it was here already or is too old to matter. */
    boolean arrived(int sequence, long now) {
        if (highest < 0) {
            highest = TURN + sequence;
            return true;
        }
        long number = highest + Bits.ahead(sequence, (int) highest & 0xFFFF);
        if (number > highest) {
            open(number, now);
            highest = number;
            return true;
        }
        return gaps.remove(number) != null;
    }

    /** Extended highest sequence number, for a report; turns are counted from 0. */
    long highest() {
        return highest - TURN;
    }

    /** The number with its turns, as {@link #highest} counts them. */
    long extended(int sequence) {
        return highest() + Bits.ahead(sequence, (int) highest & 0xFFFF);
    }

    /** What to ask for now. */
    List<Integer> ask(long now) {
        var asked = new ArrayList<Integer>();
        for (Iterator<Map.Entry<Long, Gap>> each = gaps.entrySet().iterator(); each.hasNext();) {
            var entry = each.next();
            Gap gap = entry.getValue();
            if (now - gap.since > GIVEN_UP_AFTER) {
                each.remove();
            } else if (gap.asked == Long.MIN_VALUE || now - gap.asked > AGAIN_AFTER) {
                gap.asked = now;
                asked.add((int) (entry.getKey() & 0xFFFF));
            }
        }
        return asked;
    }

    boolean any() {
        return !gaps.isEmpty();
    }

    private void open(long number, long now) {
        if (number - highest > MOST) {
            gaps.clear();
            return;
        }
        for (long missing = highest + 1; missing < number; missing++) {
            gaps.put(missing, new Gap(now));
        }
        while (gaps.size() > MOST) {
            gaps.pollFirstEntry();
        }
    }
}
