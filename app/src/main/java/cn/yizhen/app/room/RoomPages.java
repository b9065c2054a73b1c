package cn.yizhen.app.room;

import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.web.NavEntry;
import cn.yizhen.rules.Reason;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The rooms, and the way into one for who is signed in. */
@Controller
class RoomPages {

    static final Duration TOKEN_LASTS = Duration.ofHours(12);

    private final Rooms rooms;
    private final LiveRooms live;
    private final Recordings recordings;
    private final MediaSettings settings;
    private final Ids ids;
    private final Clock clock;

    RoomPages(Rooms rooms, LiveRooms live, Recordings recordings, MediaSettings settings, Ids ids, Clock clock) {
        this.rooms = rooms;
        this.live = live;
        this.recordings = recordings;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    @Bean
    static NavEntry roomsEntry() {
        return NavEntry.forEveryone("视频会议", "/rooms", 45);
    }

    @GetMapping("/rooms")
    String list(Scope scope, Model model) {
        return list(scope, model, "", "", List.of());
    }

    @PostMapping("/rooms")
    String open(Scope scope, @RequestParam UUID key, @RequestParam(defaultValue = "") String title, @RequestParam(defaultValue = "") String phone, Model model) {
        if (scope.person() == null) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return switch (rooms.open(scope, key, title, phone)) {
            case Performed.Done done -> "redirect:" + done.result();
            case Performed.Refused(var reasons) -> list(scope, model, title, phone, reasons);
            case Performed.Overtaken _ -> throw new IllegalStateException("a new room has no earlier act");
        };
    }

    private String list(Scope scope, Model model, String title, String phone, List<Reason> reasons) {
        model.addAttribute("rooms", rooms.latest(scope));
        model.addAttribute("recordings", recordings.kept(scope));
        model.addAttribute("key", ids.next());
        model.addAttribute("title", title);
        model.addAttribute("phone", phone);
        model.addAttribute("reasons", reasons);
        return "room/rooms";
    }

    @GetMapping("/rooms/{room}")
    String enter(Scope scope, @PathVariable UUID room, Model model) {
        return enter(scope, room, false, model);
    }

    @GetMapping("/rooms/{room}/screen")
    String screen(Scope scope, @PathVariable UUID room, Model model) {
        return enter(scope, room, true, model);
    }

    private String enter(Scope scope, UUID id, boolean village, Model model) {
        var room = rooms.find(scope, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var stand = live.stand(id);
        boolean host = room.openedBy().equals(scope.account());
        var token = new RoomToken(id, seat(stand, scope), label(scope, village), host, false, village,
                clock.instant().plus(TOKEN_LASTS), scope.account());
        model.addAttribute("room", room);
        model.addAttribute("token", token.signed(stand.secret()));
        model.addAttribute("village", village);
        model.addAttribute("recordingUntil", recordingUntil(stand));
        model.addAttribute("recordingKey", ids.next().toString());
        model.addAttribute("recordingDays", settings.recordingKept().toDays());
        return "room/room";
    }

    /** The last day of a recording that runs, or empty. */
    static String recordingUntil(Stand stand) {
        return stand.recording() == null ? "" : stand.recording().until().toString();
    }

    /** The seat of an account: the same on every device, and leading back to nobody. */
    static String seat(Stand stand, Scope scope) {
        return RoomToken.shortName(stand.secret(), "seat " + scope.account());
    }

    /** A village's screen is the village; anybody else is a person in a post. */
    private static String label(Scope scope, boolean village) {
        var unit = scope.posts().stream().findFirst().map(HeldPost::unitName).orElse("");
        return village ? unit + "会场" : unit.isEmpty() ? scope.name() : unit + " " + scope.name();
    }
}
