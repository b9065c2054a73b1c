/**
 * The institutions in force in this county: the catalogue that ships with the program, the values the county
 * set itself, the day each institution is in use from; a page for each.
 *
 * <p>It refuses to know who is to do what in which period and what was recorded: a page that shows that is
 * composed further up.
 */
@ApplicationModule(displayName = "institution", allowedDependencies = {"access", "web", "host", "document", "listing"})
@NullMarked
package cn.yizhen.app.institution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
