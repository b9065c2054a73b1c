package cn.yizhen.sfu.recording;

/**
 * One picture, or one stretch of sound, whole.
 *
 * @param timestamp in the track's own clock, modulo 2^32
 * @param at        when its last packet came, in nanoseconds of the server's clock
 */
record Frame(byte[] bytes, boolean key, int timestamp, long at) {}
