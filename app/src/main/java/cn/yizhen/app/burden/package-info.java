/**
 * What is asked of those below and what it costs them. For now: 减负直通车, the way to say that a demand
 * is too much, open on every page, without a name.
 *
 * <p>It refuses to know who writes. Red line 6 of the design.
 */
@ApplicationModule(displayName = "burden", allowedDependencies = {"access", "web", "host"})
@NullMarked
package cn.yizhen.app.burden;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
