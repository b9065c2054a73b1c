package cn.yizhen.app.organisation;

import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact about a unit as the page of what was noted shows it (一条记载).
 *
 * @param what   单位, 岗位, 任职, 班子, 成员, 人数, 分工 or 承继
 * @param words  what it says
 * @param change title of the change that noted it
 * @param person whom it is about, or null
 * @param worded whether its words can be corrected, besides its days
 */
public record Noted(UUID fact, String what, String words, Valid valid, String change, @Nullable PersonId person, boolean worded) {}
