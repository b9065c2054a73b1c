/**
 * Bad lines to try the forwarding unit on: a rate with a queue, delay, loss and reordering, drawn from a seed so that
 * a run repeats. {@link cn.yizhen.sfu.line.Line} decides, {@link cn.yizhen.sfu.line.UdpRelay} puts it between sockets.
 */
package cn.yizhen.sfu.line;
