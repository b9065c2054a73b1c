/**
 * Fills a database that was created as a demo with the invented county 云岭县, and refuses any other.
 *
 * <p>It stands on top of the modules whose facts it brings and is needed by none of them.
 */
@ApplicationModule(displayName = "demo")
@NullMarked
package cn.yizhen.app.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
