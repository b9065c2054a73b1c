package cn.yizhen.app.institution;

import java.util.List;

/**
 * Who is to do a duty today, as far as the asker may see it; composed by the page that shows it.
 *
 * @param period  the period it is about
 * @param bearers names in the order of the administrative division, at most as many as are shown
 * @param more    how many more there are
 * @param out     how many do not count in this period
 */
public record WhoToday(String period, List<String> bearers, int more, int out) {}
