/**
 * Institutions (制度) as data: what a rule asks, of whom, how often, by which clause, and why, read from one
 * file per rule with every error at its line.
 *
 * <p>It refuses to know what day it is, which units exist, what was recorded and what is stored: a condition
 * is a function of the views it is given, a value is a function of the day it is asked for.
 */
@NullMarked
package cn.yizhen.rules.institution;

import org.jspecify.annotations.NullMarked;
