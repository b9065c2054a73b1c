/**
 * 上报: the county issues a return of its own counts, one for each quarter, and it leaves as a daily signed package
 * or by replication; the same program at a receiving level reads the returns of many counties and shows them.
 *
 * <p>It refuses to know an instance, a village or a person: a row is a total of the county, a township or a kind of
 * unit. It asks nobody for anything, computes no judgement, and puts counties in no other order than that of the
 * administrative division.
 */
@ApplicationModule(
        displayName = "upward",
        allowedDependencies = {"access", "web", "host", "crypto", "document", "listing", "organisation", "institution", "duty"})
@NullMarked
package cn.yizhen.app.upward;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
