package cn.yizhen.app.demo;

import cn.yizhen.app.access.Accounts;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Writing;
import cn.yizhen.app.room.Rooms;
import cn.yizhen.rules.organisation.Organisation;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** One room for a meeting by video, so that a newcomer is in it with one click; its 主持人 is 县委办督查室主任. */
@Component
class DemoRoom implements DemoPart {

    private static final String HOST = "duchashi";

    private final Rooms rooms;
    private final Accounts accounts;
    private final Ids ids;

    DemoRoom(Rooms rooms, Accounts accounts, Ids ids) {
        this.rooms = rooms;
        this.accounts = accounts;
        this.ids = ids;
    }

    @Override
    public String name() {
        return "room";
    }

    @Override
    public void add(Writing writing, Organisation organisation, LocalDate today) {
        var host = accounts.find(writing.scope().county(), HOST).orElseThrow().account();
        rooms.open(writing, ids.next(), "全县防汛视频调度会（演示）", "0539-0000000", host);
    }
}
