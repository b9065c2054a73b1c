package cn.yizhen.app.room;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.access.Writing;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The rooms of the county. */
@Component
public class Rooms {

    static final int LONGEST_TITLE = 60;
    private static final int LISTED = 50;

    private static final String ROOMS = """
            select room.id, room.opened_by, room.opened_on, coalesce(plan.title, room.title) title, coalesce(plan.phone, room.phone) phone,
              coalesce(plan.agenda, '{}') agenda
            from room left join lateral (select * from room_plan where room_plan.room = room.id order by room_plan.id desc limit 1) plan on true""";

    private final Transactions transactions;
    private final Acts acts;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Rooms(Transactions transactions, Acts acts, Ids ids, Clock clock, ApplicationEventPublisher events) {
        this.transactions = transactions;
        this.acts = acts;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    /** Newest first. */
    public List<Room> latest(Scope scope) {
        return transactions.reading(scope, sql -> sql.sql(ROOMS + " order by room.opened_on desc, room.id desc limit ?").param(LISTED)
                .query((row, _) -> room(row)).list());
    }

    public Optional<Room> find(Scope scope, UUID id) {
        return transactions.reading(scope, sql -> sql.sql(ROOMS + " where room.id = ?").param(id).query((row, _) -> room(row)).optional());
    }

    /**
     * Opens a room, whose 主持人 is the asker.
     *
     * @return the room's address, or what is missing
     */
    public Performed open(Scope scope, UUID key, String title, String phone) {
        var id = ids.next();
        return acts.perform(scope, Act.create(key, "room.opened", null, id, Map.of("title", title.strip())), writing -> {
            var reasons = reasons(title, phone);
            if (!reasons.isEmpty()) {
                return Outcome.refused(reasons);
            }
            return Outcome.done(open(writing, id, title, phone, scope.account()).address());
        });
    }

    /**
     * Opens a room within an act that does more.
     *
     * @param host the account that is 主持人 in any case
     */
    public Room open(Writing writing, UUID id, String title, String phone, UUID host) {
        var room = new Room(id, title.strip(), phone.strip(), host, LocalDate.now(clock), List.of());
        writing.sql().sql("insert into room (id, county, act, title, phone, opened_by, opened_on) values (?, ?, ?, ?, ?, ?, ?)")
                .params(id, writing.scope().county(), writing.act(), room.title(), room.phone(), room.openedBy(), room.openedOn()).update();
        return room;
    }

    /**
     * What a room is called, whom to ring up and what is on its agenda, as the meeting it belongs to is planned now: typed once.
     *
     * @param unit whose meeting it is
     */
    public void plan(Writing writing, UUID room, UUID unit, String title, String phone, List<String> agenda) {
        var before = find(writing.scope(), room);
        writing.sql().sql("insert into room_plan (id, county, act, room, unit, title, phone, agenda) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(ids.next(), writing.scope().county(), writing.act(), room, unit, title.strip(), phone.strip(), agenda.toArray(String[]::new)).update();
        if (before.isEmpty() || !before.get().agenda().equals(agenda)) {
            events.publishEvent(new AgendaPlanned(room, List.copyOf(agenda)));
        }
    }

    private static List<Reason> reasons(String title, String phone) {
        var reasons = new ArrayList<Reason>();
        if (title.isBlank()) {
            reasons.add(Reason.of("title-missing", "没有填会议名称。", "请填一个，例如「全县防汛视频调度会」。"));
        } else if (title.strip().length() > LONGEST_TITLE) {
            reasons.add(Reason.of("title-long", "会议名称超过 " + LONGEST_TITLE + " 字。", "请写短一些。"));
        }
        if (!phone.strip().matches("[0-9 ()+-]{5,20}")) {
            reasons.add(Reason.of("phone-missing", "没有填会务电话，或写法不对。", "请填一个有人接的电话；村里进不来时照它打。"));
        }
        return reasons;
    }

    private static Room room(ResultSet row) throws SQLException {
        return new Room(row.getObject("id", UUID.class), row.getString("title"), row.getString("phone"), row.getObject("opened_by", UUID.class),
                row.getObject("opened_on", LocalDate.class), List.of((String[]) row.getArray("agenda").getArray()));
    }
}
