package cn.yizhen.bench.rollup;

import cn.yizhen.rules.calendar.Period;

/**
 * One duty in one period: what a column is about.
 *
 * @param number       of the column
 * @param duty         of 30
 * @param first        first day, from 0 at the beginning of the year
 * @param last         last day
 * @param firstVersion the country's version on the first day
 * @param lastVersion  that on the last day, or today while it runs
 */
record Task(int number, int duty, Period period, int first, int last, int firstVersion, int lastVersion) {

    boolean running() {
        return last > Duties.TODAY;
    }

    boolean contains(int day) {
        return first <= day && day <= last;
    }
}
