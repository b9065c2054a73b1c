package cn.yizhen.sfu.room;

import cn.yizhen.sfu.media.Incoming;
import cn.yizhen.sfu.media.Kind;
import cn.yizhen.sfu.media.Slot;
import cn.yizhen.sfu.media.Track;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.ObjLongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One room: who is shown to whom, and the way of every packet from its track to the slots that show it.
 *
 * <p>The order of relevance, for each participant: the shared screen in a place of its own; whom the participant
 * pinned; the main venue, as the program outside named it; who spoke last; everybody else in the order of coming.
 */
final class Hall {

    /** Whoever nothing presses for is looked after at one tick of so many: with hundreds who listen that is most of them. */
    private static final int TURNS = 5;

    /** So many packets of one track at most go to one receiver before the next gets its own. */
    private static final int TOGETHER = 16;

    /** So long the beginning of a picture waits for its end, in nanoseconds: far less than anybody sees. */
    static final long CLOSE = 1_000_000;

    /** A slot of somebody that shows a track. */
    private record Seat(DownLink link, Slot slot) {}

    /** @param voice how many of those who are heard spoke later than whose sound it is */
    private record Bound(Track track, Incoming incoming, int voice) {

        boolean isAmidAPicture() {
            return track.kind() != Kind.MICROPHONE && !incoming.packet().marker();
        }
    }

    private final Map<String, Peer> peers = new LinkedHashMap<>();
    private final Map<Track, List<Seat>> seats = new HashMap<>();
    private final Set<Peer> pressed = new LinkedHashSet<>();
    private final List<Bound> bound = new ArrayList<>(TOGETHER);
    private long boundSince;
    private final LongSupplier clock;
    private List<Peer> everybody = List.of();
    private int turn;
    private final Speakers speakers = new Speakers(DownLink.AUDIO_SLOTS);
    private @Nullable ObjLongConsumer<Incoming> tap;
    private List<String> mainVenue = List.of();
    private List<String> toldSpeakers = List.of();

    /** @param clock nanoseconds, as the loop counts them */
    Hall(LongSupplier clock) {
        this.clock = clock;
    }

    Collection<Peer> peers() {
        return peers.values();
    }

    boolean isEmpty() {
        return peers.isEmpty();
    }

    /** What somebody of this name takes of the machine's line; 0 where nobody is. */
    long counted(String participant) {
        Peer peer = peers.get(participant);
        return peer == null ? 0 : peer.counted();
    }

    /** Takes everything that others may see and hear as well; null for nobody. */
    void tap(@Nullable ObjLongConsumer<Incoming> taker) {
        tap = taker;
    }

    void join(Peer peer) {
        var earlier = peers.put(peer.id(), peer);
        if (earlier != null) {
            earlier.release();
            forget(earlier);
            earlier.end("joined again");
        }
        arrange();
    }

    void leave(Peer peer) {
        if (peers.remove(peer.id(), peer)) {
            forget(peer);
            peer.end("left");
            arrange();
        }
    }

    /** @param participants of the main venue, most relevant first */
    void mainVenue(List<String> participants) {
        mainVenue = List.copyOf(participants);
        arrange();
    }

    /** A connection up was made, or what somebody may send changed. */
    void published(Peer peer) {
        for (var track : peer.tracks()) {
            if (track.kind() == Kind.MICROPHONE && !track.muted()) {
                speakers.add(track);
            } else {
                speakers.remove(track);
            }
        }
        arrange();
    }

    /** A connection up is over. */
    void unpublished(List<Track> tracks) {
        tracks.forEach(speakers::remove);
        arrange();
    }

    private void forget(Peer peer) {
        peer.tracks().forEach(speakers::remove);
        pressed.remove(peer);
    }

    /** One packet for everybody who shows its track; it leaves with those that came with it, when {@link #settle} says so. */
    void forward(Incoming incoming, int level, long now) {
        Track track = incoming.layer().track();
        if (track.muted()) {
            return;
        }
        if (level >= 0 && track.kind() == Kind.MICROPHONE && speakers.level(track, level, now)) {
            arrange();
        }
        if (tap != null) {
            tap.accept(incoming, now);
        }
        if (bound.size() == TOGETHER || !bound.isEmpty() && bound.getFirst().track() != track) {
            send();
        }
        if (bound.isEmpty()) {
            boundSince = now;
        }
        bound.add(new Bound(track, incoming, track.kind() == Kind.MICROPHONE ? speakers.behind(track) : 0));
    }

    /**
     * Everything that came at once was taken. It leaves, unless it is the beginning of a picture whose end is close behind;
     * sound never waits.
     *
     * @return after how many nanoseconds it leaves at the latest; {@link Long#MAX_VALUE} where nothing waits
     */
    long settle(long now) {
        long left = boundSince + CLOSE - now;
        if (!bound.isEmpty() && left > 0 && bound.getLast().isAmidAPicture()) {
            return left;
        }
        send();
        return Long.MAX_VALUE;
    }

    /**
     * What came together leaves, receiver by receiver: a picture is a handful of packets that arrive at once, and with
     * hundreds of receivers what is known of one is out of the processor's cache before its turn comes again.
     */
    private void send() {
        if (bound.isEmpty()) {
            return;
        }
        try {
            for (var seat : seats.getOrDefault(bound.getFirst().track(), List.of())) {
                long now = clock.getAsLong();
                for (var packet : bound) {
                    seat.link().forward(seat.slot(), packet.incoming(), packet.voice(), now);
                }
            }
        } finally {
            bound.clear();
        }
    }

    /** Gives every participant its slots anew; who stays keeps the place. */
    void arrange() {
        send();
        seats.clear();
        everybody = List.copyOf(peers.values());
        List<Track> heard = speakers.heard();
        List<Track> cameras = inOrder(Kind.CAMERA);
        List<Track> screens = inOrder(Kind.SCREEN);
        for (var peer : peers.values()) {
            DownLink link = peer.down();
            if (link != null) {
                hear(peer, link, heard);
                show(peer, link, cameras, screens);
                peer.tellSlots();
                link.slots().stream().filter(slot -> slot.source() != null)
                        .forEach(slot -> seats.computeIfAbsent(Objects.requireNonNull(slot.source()), _ -> new ArrayList<>()).add(new Seat(link, slot)));
            }
        }
        tellSpeakers();
    }

    private static void hear(Peer peer, DownLink link, List<Track> heard) {
        for (int i = 0; i < DownLink.AUDIO_SLOTS; i++) {
            Track track = i < heard.size() && !heard.get(i).owner().equals(peer.id()) ? heard.get(i) : null;
            link.slot("a" + i).show(track);
        }
    }

    private static void show(Peer peer, DownLink link, List<Track> allCameras, List<Track> allScreens) {
        List<Track> screens = visible(peer, allScreens).limit(1).toList();
        List<Track> cameras = Stream.concat(visible(peer, allCameras).filter(track -> track.owner().equals(peer.pinned())),
                visible(peer, allCameras).filter(track -> !track.owner().equals(peer.pinned()))).limit(peer.shows()).toList();
        link.slot(DownLink.SCREEN_SLOT).show(screens.isEmpty() ? null : screens.getFirst());
        var free = new ArrayList<Slot>();
        var unplaced = new LinkedHashSet<>(cameras);
        for (int i = 0; i < DownLink.VIDEO_SLOTS; i++) {
            Slot slot = link.slot("v" + i);
            if (slot.source() == null || !unplaced.remove(slot.source())) {
                free.add(slot);
            }
        }
        for (var slot : free) {
            slot.show(unplaced.isEmpty() ? null : unplaced.removeFirst());
        }
        link.choice().order(Stream.concat(screens.stream(), cameras.stream()).toList());
    }

    /** What may be seen, most relevant first, whoever looks. */
    private List<Track> inOrder(Kind kind) {
        var owners = new LinkedHashSet<>(mainVenue);
        speakers.recent().forEach(track -> owners.add(track.owner()));
        owners.addAll(peers.keySet());
        return owners.stream().map(peers::get).filter(Objects::nonNull).flatMap(peer -> peer.tracks().stream())
                .filter(track -> track.kind() == kind && !track.muted()).toList();
    }

    private static Stream<Track> visible(Peer peer, List<Track> tracks) {
        return tracks.stream().filter(track -> !track.owner().equals(peer.id()));
    }

    private void tellSpeakers() {
        var now = speakers.recent().stream().map(Track::owner).distinct().limit(DownLink.AUDIO_SLOTS).toList();
        if (!now.equals(toldSpeakers)) {
            toldSpeakers = now;
            peers.values().forEach(peer -> peer.events().speakers(now));
        }
    }

    /** Something of this participant's cannot wait for its turn. */
    void press(Peer peer) {
        pressed.add(peer);
    }

    void tick(long now) {
        turn = (turn + 1) % TURNS;
        for (int i = turn; i < everybody.size(); i += TURNS) {
            Peer peer = everybody.get(i);
            if (peer.presses()) {
                pressed.add(peer);
            } else {
                peer.tick(now);
            }
        }
        for (var each = pressed.iterator(); each.hasNext();) {
            Peer peer = each.next();
            peer.tick(now);
            if (!peer.presses()) {
                each.remove();
            }
        }
    }
}
