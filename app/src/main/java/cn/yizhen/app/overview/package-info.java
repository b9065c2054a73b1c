/**
 * Pages that show how things stand: what an institution asks together with who is to do it now. Composes from
 * public queries of the modules below.
 *
 * <p>It refuses to hold anything, to put places or people in any order but that of the administrative division,
 * and to set one beside another as a percentage.
 */
@ApplicationModule(
        displayName = "overview",
        allowedDependencies = {"access", "web", "institution", "duty", "organisation", "deployment", "matter", "paper", "record", "record :: model", "document", "document :: formal"})
@NullMarked
package cn.yizhen.app.overview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
