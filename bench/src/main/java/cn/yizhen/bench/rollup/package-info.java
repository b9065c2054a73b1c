/**
 * Standings of a whole country: a year of records of five million branches, counted by ranked marks and by
 * databases that hold the same facts.
 */
@NullMarked
package cn.yizhen.bench.rollup;

import org.jspecify.annotations.NullMarked;
