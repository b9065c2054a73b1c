/**
 * The forwarding unit beside Janus: the server alone on one core, a generator that is the same for both on another, and
 * a bare loop of enciphering and sending as the limit of what such a server could do.
 */
@NullMarked
package cn.yizhen.bench.sfu;

import org.jspecify.annotations.NullMarked;
