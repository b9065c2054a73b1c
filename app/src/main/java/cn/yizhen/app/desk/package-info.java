/**
 * 我的应办: the one table of what a person is to do over all posts held, why, and by when; what the person
 * asked and who answers; where one sentence upward starts. Composes from public queries of the modules below.
 *
 * <p>It refuses to hold anything: no table, no order of its own that could go stale, no mark of what was seen.
 */
@ApplicationModule(
        displayName = "desk",
        allowedDependencies = {"access", "web", "host", "organisation", "institution", "record", "record :: model", "duty", "matter", "deployment", "meeting", "document", "listing"})
@NullMarked
package cn.yizhen.app.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
