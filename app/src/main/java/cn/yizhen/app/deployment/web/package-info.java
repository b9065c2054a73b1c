/**
 * Pages and forms of the deployment: the list, the two panes, opinions, the way to issue, the table.
 *
 * <p>It refuses to decide anything: forms become happenings, refusals become the same form with its reasons.
 */
@NullMarked
package cn.yizhen.app.deployment.web;

import org.jspecify.annotations.NullMarked;
