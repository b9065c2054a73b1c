/**
 * Cryptography by profile: what a county seals, signs and derives with, and where its master key lies.
 *
 * <p>It refuses to know whose data it seals. Every value it makes names its scheme, so that what was made
 * under another profile stays readable.
 */
@ApplicationModule(displayName = "crypto", allowedDependencies = {"host"})
@NullMarked
package cn.yizhen.app.crypto;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
