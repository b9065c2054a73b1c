/**
 * The shell all pages share: layout, navigation, error pages, rendering.
 *
 * <p>It refuses to know who is asking and what any page is about; what it shows is handed to it.
 */
@ApplicationModule(displayName = "web", allowedDependencies = {"host"})
@NullMarked
package cn.yizhen.app.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
