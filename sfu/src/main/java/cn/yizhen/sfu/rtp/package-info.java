/**
 * RTP and RTCP as bytes and values: headers, header extensions, feedback, and what a forwarder must understand of
 * VP8, H.264 and RED to know a key frame and to keep numbers continuous.
 *
 * <p>It refuses to decode media, and it holds no state.
 */
@NullMarked
package cn.yizhen.sfu.rtp;

import org.jspecify.annotations.NullMarked;
