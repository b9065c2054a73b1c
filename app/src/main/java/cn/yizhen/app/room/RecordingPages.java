package cn.yizhen.app.room;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.ReadsPersonalData;
import cn.yizhen.app.access.Scope;
import cn.yizhen.rules.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** Turning a recording on while a room runs, and playing it afterwards; off it is turned over the line. */
@Controller
class RecordingPages {

    private final Rooms rooms;
    private final LiveRooms live;
    private final Recordings recordings;
    private final Tapes tapes;
    private final Ids ids;

    RecordingPages(Rooms rooms, LiveRooms live, Recordings recordings, Tapes tapes, Ids ids) {
        this.rooms = rooms;
        this.live = live;
        this.recordings = recordings;
        this.tapes = tapes;
        this.ids = ids;
    }

    /** A 主持人 in the running room turns it on. */
    @PostMapping("/rooms/{room}/recordings")
    @ResponseBody
    ResponseEntity<Map<String, String>> begin(Scope scope, @PathVariable UUID room, @RequestParam UUID key) {
        var found = hosted(scope, room);
        if (found == null) {
            return told(HttpStatus.FORBIDDEN, RoomError.NOT_HOST.text());
        }
        if (live.stand(room).recording() != null) {
            return told(HttpStatus.OK, "已经在录了。");
        }
        return switch (recordings.begin(scope, key, found)) {
            case Performed.Done done -> {
                var recording = recordings.find(scope, UUID.fromString(done.result())).orElseThrow();
                live.find(room).ifPresent(one -> one.inTurn(() -> one.record(new Stand.Recorded(recording.id(), recording.until()))));
                yield told(HttpStatus.OK, "");
            }
            case Performed.Refused(var reasons) -> told(HttpStatus.UNPROCESSABLE_CONTENT,
                    reasons.stream().map(reason -> reason.text() + reason.nextStep()).collect(Collectors.joining()));
            case Performed.Overtaken _ -> throw new IllegalStateException("a new recording has no earlier act");
        };
    }

    /** The room, where the asker is a 主持人 in it; null otherwise. */
    private @Nullable Room hosted(Scope scope, UUID id) {
        var room = rooms.find(scope, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var stand = live.stand(id);
        var seat = stand.seats().get(RoomPages.seat(stand, scope));
        return seat != null && seat.host() ? room : null;
    }

    private static ResponseEntity<Map<String, String>> told(HttpStatus status, String text) {
        return ResponseEntity.status(status).body(Map.of("text", text));
    }

    @GetMapping("/rooms/recordings/{recording}")
    @ReadsPersonalData("会议录像")
    String page(Scope scope, @PathVariable UUID recording, Model model) {
        return page(scope, own(scope, recording), "", List.of(), model);
    }

    private String page(Scope scope, KeptRecording recording, String ground, List<Reason> reasons, Model model) {
        model.addAttribute("recording", recording);
        model.addAttribute("running", live.records(recording));
        model.addAttribute("key", ids.next());
        model.addAttribute("ground", ground);
        model.addAttribute("reasons", reasons);
        return "room/recording";
    }

    /** What the page plays together. A file whose writer died is given its length and index first. */
    @GetMapping("/rooms/recordings/{recording}/timeline")
    @ResponseBody
    Timeline timeline(Scope scope, @PathVariable UUID recording) {
        var kept = own(scope, recording);
        if (live.records(kept)) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        return tapes.timeline(recording).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping("/rooms/recordings/{recording}/{file}")
    ResponseEntity<Resource> file(Scope scope, @PathVariable UUID recording, @PathVariable String file) {
        own(scope, recording);
        var found = tapes.of(recording).file(file).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok().contentType(type(file)).cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .body(new FileSystemResource(found));
    }

    private static MediaType type(String file) {
        if (file.endsWith(".png")) {
            return MediaType.IMAGE_PNG;
        }
        return MediaType.parseMediaType(file.endsWith(".mkv") ? "video/x-matroska" : file.contains("microphone") ? "audio/webm" : "video/webm");
    }

    @PostMapping("/rooms/recordings/{recording}/removal")
    String remove(Scope scope, @PathVariable UUID recording, @RequestParam UUID key, @RequestParam(defaultValue = "") String ground, Model model) {
        var kept = own(scope, recording);
        if (live.records(kept)) {
            return page(scope, kept, ground, List.of(Reason.of("removal-running", "还在录。", "请主持人先按「停止录制」。")), model);
        }
        return switch (recordings.remove(scope, key, kept, ground)) {
            case Performed.Done done -> "redirect:" + done.result();
            case Performed.Refused(var reasons) -> page(scope, kept, ground, reasons, model);
            case Performed.Overtaken _ -> throw new IllegalStateException("a removal has no earlier act");
        };
    }

    private KeptRecording own(Scope scope, UUID recording) {
        return recordings.find(scope, recording).filter(one -> one.isKept(recordings.today()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
