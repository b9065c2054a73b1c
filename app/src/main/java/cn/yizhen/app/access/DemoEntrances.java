package cn.yizhen.app.access;

import java.util.List;

/** The roles a newcomer can step into in a demonstration; the demo county answers. */
public interface DemoEntrances {

    /**
     * @param login       of the account behind it
     * @param title       the role, «镇党委组织委员»
     * @param explanation what this person sees first
     * @param group       heading under which it stands («村社区», «乡镇», «县直», «管理员»)
     */
    record Entrance(String login, String title, String explanation, String group) {}

    /** In the order of the login page; empty outside a demonstration. */
    List<Entrance> entrances();
}
