/**
 * Pages that show how things stand (履行情况) as of any day: first what waits for somebody, then counts of every
 * duty by part of the tree and span, pictures of a year, and down to the single instance for those who may. Composes
 * from public queries of the modules below.
 *
 * <p>It refuses to hold anything but what the supervising office itself says in a summary, to put places or people in any order but that of the administrative division,
 * and to set one beside another as a percentage.
 */
@ApplicationModule(
        displayName = "overview",
        allowedDependencies = {
            "access", "web", "institution", "duty", "organisation", "deployment", "matter", "paper", "record", "record :: model", "document", "listing",
            "document :: formal"})
@NullMarked
package cn.yizhen.app.overview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
