/** Units, posts, holders, persons, memberships, bodies and responsibilities as of a day. */
@NullMarked
package cn.yizhen.rules.organisation;

import org.jspecify.annotations.NullMarked;
