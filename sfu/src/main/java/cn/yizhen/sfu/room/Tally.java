package cn.yizhen.sfu.room;

/** What a server counted since it began; of the media thread. */
final class Tally {

    private long octets;
    private long keyFrameRequests;

    void left(int octetsOnTheWire) {
        octets += octetsOnTheWire;
    }

    void askedForKeyFrame() {
        keyFrameRequests++;
    }

    long octets() {
        return octets;
    }

    long keyFrameRequests() {
        return keyFrameRequests;
    }
}
