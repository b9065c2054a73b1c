package cn.yizhen.sfu.sdp;

/** What may be sent. The server forwards; it never decodes. */
public enum Codec {
    OPUS("audio", "opus/48000/2", 48_000),
    RED("audio", "red/48000/2", 48_000),
    VP8("video", "VP8/90000", 90_000),
    H264("video", "H264/90000", 90_000);

    private final String kind;
    private final String name;
    private final int clock;

    Codec(String kind, String name, int clock) {
        this.kind = kind;
        this.name = name;
        this.clock = clock;
    }

    String kind() {
        return kind;
    }

    String encoding() {
        return name;
    }

    /** Units of the timestamp in a second. */
    public int clock() {
        return clock;
    }

    public boolean isVideo() {
        return kind.equals("video");
    }
}
