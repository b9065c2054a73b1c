/**
 * Rooms and who is in them: connections up and down, who is shown and heard, and the one thread on which all of it
 * happens.
 *
 * <p>It refuses to know names, offices and permissions: the program outside tells it who may be seen and who matters.
 */
@NullMarked
package cn.yizhen.sfu.room;

import org.jspecify.annotations.NullMarked;
