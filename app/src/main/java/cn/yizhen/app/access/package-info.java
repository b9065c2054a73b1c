/**
 * Accounts, scopes and acts: who may see and do what, decided once, and the audit of what was done.
 *
 * <p>It refuses to know what an act is about. PostgreSQL decides last: every transaction opened here sets
 * the scope that the row policies read, and there is no other way to the database.
 */
@ApplicationModule(displayName = "access", allowedDependencies = {"host", "web", "crypto"})
@NullMarked
package cn.yizhen.app.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
