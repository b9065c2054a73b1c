/**
 * From a deployment document to its issued table: 来件、任务分解、征求意见、送审、审定、印发、调整.
 *
 * <p>It refuses to know how a matter is handled once it is open, what a duty's period is, and what a desk
 * looks like: it opens matters through their face, and answers what waits for a unit when asked.
 */
@ApplicationModule(
        displayName = "deployment",
        allowedDependencies = {"access", "web", "organisation", "matter", "document", "document :: layout", "document :: reading"})
@NullMarked
package cn.yizhen.app.deployment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
