/**
 * Who is to do what in which period and how it stands, computed from the organisation, the institutions and
 * the records each time it is asked; what somebody said about one instance; emergencies.
 *
 * <p>It refuses to store an instance or a standing, to order places or people, and to know how a desk looks.
 * An instance is visible to the unit itself, its township and the institution's own department.
 */
@ApplicationModule(
        displayName = "duty",
        allowedDependencies = {"access", "web", "host", "document", "listing", "organisation", "institution", "record"})
@NullMarked
package cn.yizhen.app.duty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
