package cn.yizhen.app.room;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which recordings there are, for whoever opened the room or turned the recording on; for nobody else. */
@Component
class Recordings {

    private static final int LISTED = 50;
    private static final int LONGEST_GROUND = 200;
    private static final String QUESTION = """
            select r.*, exists (select from room_recording_removal m where m.recording = r.id) as removed from room_recording r
            """;

    private final Transactions transactions;
    private final Acts acts;
    private final Ids ids;
    private final Tapes tapes;
    private final MediaSettings settings;
    private final Clock clock;

    Recordings(Transactions transactions, Acts acts, Ids ids, Tapes tapes, MediaSettings settings, Clock clock) {
        this.transactions = transactions;
        this.acts = acts;
        this.ids = ids;
        this.tapes = tapes;
        this.settings = settings;
        this.clock = clock;
    }

    /** Those that are still kept, newest first. */
    List<KeptRecording> kept(Scope scope) {
        return transactions.reading(scope, sql -> sql.sql(QUESTION + " where r.keep_until >= ? order by r.begun_on desc, r.id desc limit ?")
                .params(today(), LISTED).query((row, _) -> recording(row)).list()).stream().filter(one -> one.isKept(today())).toList();
    }

    Optional<KeptRecording> find(Scope scope, UUID id) {
        return transactions.reading(scope, sql -> sql.sql(QUESTION + " where r.id = ?").param(id).query((row, _) -> recording(row)).optional());
    }

    /** Notes that a recording begins; the result is its identity. A repeat of the same key begins no other. */
    Performed begin(Scope scope, UUID key, Room room) {
        var id = ids.next();
        return acts.perform(scope, Act.create(key, "recording.begun", null, id, Map.of("room", room.id().toString(), "title", room.title())), writing -> {
            if (settings.recordingKept().isZero()) {
                return Outcome.refused(Reason.of("recording-off", "本平台没有开录制。", "要录的，请运维人员定下保存多少天（yizhen.media.recording-kept）。"));
            }
            if (!tapes.hasSpace()) {
                return Outcome.refused(Reason.of("recording-disk", "服务器磁盘剩得不多，没有开始录制。", "会议照开；请运维人员腾出空间后再按。"));
            }
            writing.sql().sql("insert into room_recording (id, county, act, room, title, begun_by, begun_on, keep_until) values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(id, scope.county(), writing.act(), room.id(), room.title(), scope.account(), today(), until()).update();
            return Outcome.done(id.toString());
        });
    }

    /** Deletes a recording before its day. */
    Performed remove(Scope scope, UUID key, KeptRecording recording, String ground) {
        var performed = acts.perform(scope, Act.create(key, "recording.removed", null, ids.next(), Map.of("recording", recording.id().toString(), "ground", ground.strip())), writing -> {
            if (ground.isBlank() || ground.strip().length() > LONGEST_GROUND) {
                return Outcome.refused(Reason.of("removal-ground", "没有写为什么提前删，或者超过 " + LONGEST_GROUND + " 字。", "请写一句，例如「误开录制」。"));
            }
            writing.sql().sql("insert into room_recording_removal (id, county, act, recording, ground) values (?, ?, ?, ?, ?) on conflict (recording) do nothing")
                    .params(ids.next(), scope.county(), writing.act(), recording.id(), ground.strip()).update();
            return Outcome.done("/rooms");
        });
        if (performed instanceof Performed.Done) {
            tapes.delete(recording.id());
        }
        return performed;
    }

    private LocalDate until() {
        return today().plusDays(settings.recordingKept().toDays());
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private static KeptRecording recording(ResultSet row) throws SQLException {
        return new KeptRecording(row.getObject("id", UUID.class), row.getObject("room", UUID.class), row.getString("title"),
                row.getObject("begun_on", LocalDate.class), row.getObject("keep_until", LocalDate.class), row.getBoolean("removed"));
    }
}
