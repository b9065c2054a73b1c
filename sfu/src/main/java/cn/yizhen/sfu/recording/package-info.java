/**
 * Writing down what a room hears and sees: one WebM file per published track, readable while it is written and after a
 * crash, without decoding anything.
 *
 * <p>It refuses to know who people are, who may look at the files and for how long they are kept. The media thread hands
 * it packets and never waits for it.
 */
@NullMarked
package cn.yizhen.sfu.recording;

import org.jspecify.annotations.NullMarked;
