/**
 * Cases of the county: supervised matters and requests from below, their journals, what may be done next and
 * by when.
 *
 * <p>Keeps what was opened and which steps were taken; stage, parties and clocks are computed by
 * {@code rules.procedure} each time. It refuses to know where a matter came from beyond its printed source,
 * how a desk is ordered, and what any step of a procedure means.
 */
@ApplicationModule(displayName = "matter", allowedDependencies = {"access", "web", "document", "listing", "organisation", "institution"})
@NullMarked
package cn.yizhen.app.matter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
