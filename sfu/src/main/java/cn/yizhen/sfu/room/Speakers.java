package cn.yizhen.sfu.room;

import cn.yizhen.sfu.media.Track;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Who speaks, from the levels that packets carry (RFC 6464), without decoding. The last few who spoke are heard;
 * somebody is displaced only by a voice that is clearly louder or after having been quiet for a while.
 */
final class Speakers {

    private static final double SMOOTHING = 0.9;
    private static final int SPEECH = 50;
    private static final int CLEARLY_LOUDER = 6;
    private static final long QUIET = TimeUnit.MILLISECONDS.toNanos(1500);

    private static final class Voice {
        double level = 127;
        long spokeAt = Long.MIN_VALUE / 2;
    }

    private final int most;
    private final Map<Track, Voice> voices = new HashMap<>();
    private final List<Track> heard = new ArrayList<>();
    private final List<Track> recent = new ArrayList<>();

    /** @param most how many are heard at once */
    Speakers(int most) {
        this.most = most;
    }

    /**
     * One packet's level; true where the set of who is heard changed.
     *
     * @param level in decibels below the loudest possible: 0 loud, 127 silent
     */
    boolean level(Track track, int level, long now) {
        var voice = voices.computeIfAbsent(track, _ -> new Voice());
        voice.level = SMOOTHING * voice.level + (1 - SMOOTHING) * level;
        if (voice.level >= SPEECH) {
            return false;
        }
        voice.spokeAt = now;
        if (recent.isEmpty() || recent.getFirst() != track && quiet(recent.getFirst(), now)) {
            recent.remove(track);
            recent.addFirst(track);
        }
        return !heard.contains(track) && admit(track, voice, now);
    }

    private boolean admit(Track track, Voice voice, long now) {
        if (heard.size() < most) {
            return heard.add(track);
        }
        var weakest = heard.stream().max(Comparator.comparingDouble(other -> voices.get(other).level)).orElseThrow();
        boolean displaced = quiet(weakest, now) || voices.get(weakest).level - voice.level > CLEARLY_LOUDER;
        if (displaced) {
            heard.set(heard.indexOf(weakest), track);
        }
        return displaced;
    }

    private boolean quiet(Track track, long now) {
        var voice = voices.get(track);
        return voice == null || now - voice.spokeAt > QUIET;
    }

    /** Heard whether or not somebody spoke yet: the first few, so that a small room needs no warming up. */
    boolean add(Track track) {
        voices.computeIfAbsent(track, _ -> new Voice());
        return heard.size() < most && !heard.contains(track) && heard.add(track);
    }

    boolean remove(Track track) {
        voices.remove(track);
        recent.remove(track);
        return heard.remove(track);
    }

    /** How many of those who are heard spoke later than this one; where two are even, whoever is in an earlier place. */
    int behind(Track track) {
        long spoke = spokeAt(track);
        int place = heard.indexOf(track);
        int later = 0;
        for (int i = 0; i < heard.size(); i++) {
            long other = spokeAt(heard.get(i));
            later += other > spoke || other == spoke && i < place ? 1 : 0;
        }
        return later;
    }

    private long spokeAt(Track track) {
        var voice = voices.get(track);
        return voice == null ? Long.MIN_VALUE : voice.spokeAt;
    }

    /** In stable places: somebody who stays keeps the place. */
    List<Track> heard() {
        return List.copyOf(heard);
    }

    /** Whoever spoke last first. */
    List<Track> recent() {
        return List.copyOf(recent);
    }
}
