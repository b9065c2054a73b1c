package cn.yizhen.app.overview;

import java.util.List;

/**
 * What a leader reads first (先看), each at the point in time asked about.
 *
 * @param mine       需要我定的
 * @param stuck      卡住的
 * @param week       本周到期
 * @param month      本月到期, without those of this week
 * @param unanswered 对下未答复
 */
public record LeaderLists(List<Pending> mine, List<Pending> stuck, List<Pending> week, List<Pending> month, List<Pending> unanswered) {}
