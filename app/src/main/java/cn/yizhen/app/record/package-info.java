/**
 * Facts, once (记录): a meeting, a lesson, a visit or a paper that happened on a day, noted by whoever was
 * there or for them, corrected only by a further entry with its reason.
 *
 * <p>It refuses to know what a record is good for: who was to do it, by when and how that stands is asked
 * of {@link cn.yizhen.app.record.CountsFor}. It keeps no words of any speaker, no place by satellite, no
 * proof; a record without a photo is complete.
 */
@ApplicationModule(
        displayName = "记录",
        allowedDependencies = {"access", "web", "host", "document", "listing", "organisation", "institution"})
@NullMarked
package cn.yizhen.app.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
