/**
 * 分工一表通: what a leader, a post, a unit or a township is in charge of, by which paper, with whom, and what is open with it;
 * what the table leaves open or says twice; what there is to do on the day a leader changes.
 *
 * <p>It holds nothing and shows of a matter no more than the asker may see: the unit itself, those above it and the leader in
 * charge see which, everyone else how many.
 */
@NullMarked
package cn.yizhen.app.overview.charges;

import org.jspecify.annotations.NullMarked;
