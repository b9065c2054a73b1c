/**
 * Cases that run by a procedure: who may do what next, every reason why not, and the clocks it moves.
 *
 * <p>Where a case stands follows from its journal and nothing else. Time alone moves nothing: a clock that
 * ran out is a fact to show, never a step taken. The package refuses to know any particular procedure, where
 * journals are kept and who is asking beyond the roles an actor has in the case.
 */
@NullMarked
package cn.yizhen.rules.procedure;

import org.jspecify.annotations.NullMarked;
