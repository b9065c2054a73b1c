/**
 * A selective forwarding unit for WebRTC: takes each participant's media once and hands it on to many,
 * choosing per receiver what its link carries.
 *
 * <p>It refuses to know who people are and what a meeting is for: it knows rooms, participants, tracks and
 * what somebody outside told it about their importance. No framework, no storage, no mixing, no chat.
 */
@NullMarked
package cn.yizhen.sfu;

import org.jspecify.annotations.NullMarked;
