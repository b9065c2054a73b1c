package cn.yizhen.app.record;

import cn.yizhen.app.access.Scope;
import cn.yizhen.rules.duty.Happened;
import java.util.List;

/** What a record will count for: asked above the button, answered by whoever knows the duties. */
public interface CountsFor {

    /**
     * @param title    of the duty, 支部党员大会
     * @param period   2026年第四季度
     * @param bearer   whose duty, in words
     * @param standing what it then stands at, such as “已有 1 次，要 1 次”; empty for nothing to add
     */
    record Counting(String title, String period, String bearer, String standing) {}

    /** The duties the record would count for as entered, each once; empty where it counts for none. */
    List<Counting> countsFor(Scope scope, Happened record);
}
