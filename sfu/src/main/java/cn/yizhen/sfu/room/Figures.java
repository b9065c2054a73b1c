package cn.yizhen.sfu.room;

/**
 * How a server does at a moment, without anybody's name.
 *
 * @param rooms            in which somebody is
 * @param participants     who joined
 * @param publishers       tracks that others may see or hear and from which packets come now
 * @param octetsOut        to receivers since the start, as they are on the wire
 * @param keyFrameRequests to publishers since the start
 * @param lossShare        of the last second's packets, over all receivers; 0 to 1
 * @param admittedBits     what those inside are counted as, in bits a second
 * @param uplinkBits       what the line carries
 */
public record Figures(int rooms, int participants, int publishers, long octetsOut, long keyFrameRequests, double lossShare, long admittedBits,
        long uplinkBits) {}
