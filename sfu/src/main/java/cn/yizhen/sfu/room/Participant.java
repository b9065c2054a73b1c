package cn.yizhen.sfu.room;

import cn.yizhen.sfu.media.Incoming;
import cn.yizhen.sfu.media.Kind;
import cn.yizhen.sfu.rtp.RtpPacket;
import cn.yizhen.sfu.sdp.BadDescription;
import cn.yizhen.sfu.sdp.DownAnswer;
import cn.yizhen.sfu.sdp.DownOffer;
import cn.yizhen.sfu.sdp.UpAnswer;
import cn.yizhen.sfu.sdp.UpOffer;
import cn.yizhen.sfu.stun.IceCredentials;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One participant as the program outside holds it. Safe to call from any thread. */
public final class Participant {

    private final MediaServer server;
    private final String room;
    private final Hall hall;
    private final Peer peer;
    private boolean gone;

    Participant(MediaServer server, String room, Hall hall, Peer peer) {
        this.server = server;
        this.room = room;
        this.hall = hall;
        this.peer = peer;
    }

    /**
     * The client offers what it will send; a new offer replaces an earlier connection.
     *
     * @param kinds what each media section shows, by mid
     * @return the answer
     * @throws BadDescription where the offer cannot be worked with
     */
    public String offerUp(String sdp, Map<String, Kind> kinds) {
        var offer = UpOffer.read(sdp);
        IceCredentials local = server.drawCredentials();
        return server.onLoop(() -> {
            var link = new UpLink(peer.events(), this::forward, server.drawSsrc(), server.tally());
            var transport = transport(local, link);
            transport.expect(offer.fingerprint());
            var earlier = peer.tracks();
            link.begin(transport, offer, peer.id(), kinds);
            peer.up(link, transport);
            hall.unpublished(earlier);
            hall.published(peer);
            return UpAnswer.to(offer, server.side(local));
        });
    }

    /** The server's offer of what comes down; asking again makes a new connection. */
    public String offerDown() {
        IceCredentials local = server.drawCredentials();
        return server.onLoop(() -> {
            List<DownOffer.Slot> places = DownLink.places(server::drawSsrc);
            var link = new DownLink(peer.events(), places, new Departure(server::ntp, server.tally()), () -> hall.press(peer));
            var transport = transport(local, link);
            link.begin(transport);
            peer.down(link, transport);
            hall.arrange();
            return DownOffer.text(places, server.side(local));
        });
    }

    /**
     * The client's answer to {@link #offerDown}.
     *
     * @throws BadDescription where it does not answer that
     */
    public void answerDown(String sdp) {
        var answer = DownAnswer.read(sdp);
        server.loop().post(() -> {
            if (peer.down() != null && peer.downTransport() != null) {
                peer.down().accept(answer);
                peer.downTransport().expect(answer.fingerprint());
            }
        });
    }

    /** What the others may see and hear of this participant from now on. */
    public void allow(Set<Kind> kinds) {
        var copy = Set.copyOf(kinds);
        server.loop().post(() -> {
            peer.allow(copy);
            hall.published(peer);
        });
    }

    /**
     * How many pictures this participant has room for, and whom it wants to see first.
     *
     * @param first a participant, or null
     */
    public void view(int pictures, @Nullable String first) {
        server.loop().post(() -> {
            peer.view(pictures, first);
            hall.arrange();
        });
    }

    /**
     * Always sends this participant the same layer, whatever its link seems to carry: for measuring.
     *
     * @param layer 0 for the smallest; where there are fewer, the largest; -1 lets the link decide again
     */
    public void fix(int layer) {
        server.loop().post(() -> peer.fix(layer));
    }

    /** Leaves the room; once. */
    public void leave() {
        server.loop().post(() -> {
            if (!gone) {
                gone = true;
                hall.leave(peer);
                server.left(room, hall, peer);
            }
        });
    }

    private Transport transport(IceCredentials local, Media media) {
        var transport = new Transport(local, server.identity(), server.loop()::post, media, server.loop().now());
        server.loop().add(transport);
        return transport;
    }

    private void forward(Incoming incoming, long now) {
        hall.forward(incoming, level(incoming.packet()), now);
    }

    private int level(RtpPacket packet) {
        int id = peer.up() == null ? 0 : peer.up().levelExtension();
        int at = packet.extension(id);
        return at < 0 ? -1 : packet.bytes()[at] & 0x7F;
    }
}
