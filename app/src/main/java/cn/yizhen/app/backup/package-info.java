/**
 * Backup, restore and rehearsal: one snapshot of every table, sealed to a recovery key; keys of persons apart.
 *
 * <p>It refuses to know what a table means. It works beside the program, on whatever database it is given.
 */
@ApplicationModule(displayName = "backup", allowedDependencies = {"host", "crypto", "access :: chain"})
@NullMarked
package cn.yizhen.app.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
