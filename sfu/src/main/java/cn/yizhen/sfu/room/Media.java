package cn.yizhen.sfu.room;

/** What lives at the end of a {@link Transport}: {@link UpLink} or {@link DownLink}. */
interface Media {

    /** Keys are agreed; packets can go. */
    void connected(long now);

    /**
     * An RTP packet, opened.
     *
     * @param packet an array that is the receiver's to keep
     * @param at     when the kernel took it in, not after {@code now}
     */
    void rtp(byte[] packet, int length, long now, long at);

    /** A compound RTCP packet, opened. */
    void rtcp(byte[] packet, int length, long now);

    /** Nothing will come any more. */
    void ended(String why);
}
