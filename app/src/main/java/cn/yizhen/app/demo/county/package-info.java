/**
 * The invented county 云岭县: pure, the same for the same day, from lists under {@code demo/} and a seed.
 *
 * <p>It refuses to know how facts are stored and what today is; the day comes in as an argument. No place
 * or person in it exists.
 */
@NullMarked
package cn.yizhen.app.demo.county;

import org.jspecify.annotations.NullMarked;
