/**
 * 备案与测评资料: what the system administrator hands to those who register and assess the system, and the
 * switches of its modules.
 *
 * <p>It refuses to know what the modules hold; it says only that they are there, and for how long.
 */
@ApplicationModule(displayName = "filing", allowedDependencies = {"access", "web", "host", "document"})
@NullMarked
package cn.yizhen.app.filing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
