package cn.yizhen.sfu.bandwidth;

/**
 * A packet that left, as the feedback will speak of it.
 *
 * @param nanos when it left
 * @param bytes on the wire
 * @param probe number of the probe it belonged to, or 0
 */
record Sent(long nanos, int bytes, int probe) {}
