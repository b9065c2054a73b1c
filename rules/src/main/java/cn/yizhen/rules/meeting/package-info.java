/**
 * Meetings as far as they can be thought out: who is asked and why, who may stand in for whom, where people sit,
 * who came as counted, what a journey costs, what two tellers counted.
 *
 * <p>It refuses to know where a meeting is kept, who is connected, when anybody came or went, and what anybody said.
 */
@NullMarked
package cn.yizhen.rules.meeting;

import org.jspecify.annotations.NullMarked;
