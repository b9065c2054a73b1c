/**
 * The chain over the acts: what a seal binds, the signed head that leaves the database, and the audit that
 * compares both with the rows as they are.
 *
 * <p>It reads through whatever connection it is handed, so that the audit runs without the program.
 */
@NullMarked
@NamedInterface("chain")
package cn.yizhen.app.access.chain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
