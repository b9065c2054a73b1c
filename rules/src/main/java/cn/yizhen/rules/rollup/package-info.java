/**
 * Roll-ups (汇总): how the instances of any part of the tree stand, as a few rank queries over marks in
 * preorder. Everything here is a discardable copy of the enumeration for one catalogue version, one
 * organisation version and one act; where the two differ, the enumeration is right and this is a defect.
 *
 * <p>It refuses to know where facts are kept and who asks. It holds no person's duties: those are nobody's
 * total.
 */
@NullMarked
package cn.yizhen.rules.rollup;

import org.jspecify.annotations.NullMarked;
