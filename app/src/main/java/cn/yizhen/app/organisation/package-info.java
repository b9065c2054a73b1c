/**
 * The county's organisation: units, posts, holders, bodies, members and who is in charge of what, as of any
 * day and any act; the workbook it is brought in by; mergers and splits.
 *
 * <p>It refuses to know what anybody is to do, what was done, and who is asking beyond the {@code Scope}. A
 * mere member's name is read only through the row policies, never from memory.
 */
@ApplicationModule(displayName = "organisation", allowedDependencies = {"access", "web", "host", "crypto", "document", "document :: reading", "listing"})
@NullMarked
package cn.yizhen.app.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
