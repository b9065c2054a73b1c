/**
 * What the program stands on: the machine's database, its demo or production mode, the network it
 * listens on, and the one clock.
 *
 * <p>It refuses to know anything about a county's work; it is done before the first page is served.
 */
@ApplicationModule(displayName = "host", allowedDependencies = {})
@NullMarked
package cn.yizhen.app.host;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
