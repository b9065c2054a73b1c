package cn.yizhen.sfu.room;

import java.util.List;
import java.util.Map;

/**
 * What one participant is told. Called on the media thread: do not block there.
 */
public interface Events {

    /** Its pictures and sound can reach the server. */
    void upConnected();

    /** The hall's pictures and sound can reach it. */
    void downConnected();

    /**
     * Who is in which slot now.
     *
     * @param slots participant by slot name; a slot that is not named shows nothing
     */
    void slots(Map<String, String> slots);

    /** Whether the link carries sound only, though there would be something to see. */
    void weak(boolean weak);

    /** Who speaks now, loudest first. */
    void speakers(List<String> participants);

    /** A connection is over: silence, a failed handshake, or closed on purpose. */
    void ended(String why);
}
