package cn.yizhen.sfu.media;

/**
 * One stream's part of a receiver report.
 *
 * @param lostShare   since the last report, in 1/256
 * @param lost        altogether; below 0 where more came than was expected
 * @param jitter      in units of the codec's clock
 * @param lastReport  middle 32 bits of the NTP time in the sender's last report, or 0
 * @param sinceReport since that came, in 1/65536 of a second, or 0
 */
public record ReceptionBlock(int lostShare, int lost, int jitter, int lastReport, int sinceReport) {}
