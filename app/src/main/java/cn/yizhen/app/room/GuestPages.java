package cn.yizhen.app.room;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.MessageDigest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The way into a room for who has no account: by this meeting's code or link, and then a 主持人's word. */
@Controller
class GuestPages {

    static final int LONGEST_NAME = 30;
    private static final String CODE = "/rooms/guest";
    private static final String IN = "/rooms/guest/in";

    private final Rooms rooms;
    private final LiveRooms live;
    private final Clock clock;
    private final CodeGuesses guesses;

    GuestPages(Rooms rooms, LiveRooms live, Clock clock) {
        this.rooms = rooms;
        this.live = live;
        this.clock = clock;
        this.guesses = new CodeGuesses(clock);
    }

    /** A guest's link: nobody can work it out from the room's address. A fresh code makes the earlier link void too. */
    static String link(Room room, Stand stand) {
        return "/rooms/guest/" + room.id() + "/" + key(stand);
    }

    private static String key(Stand stand) {
        return RoomToken.shortName(stand.secret(), "guest " + stand.code());
    }

    @GetMapping(CODE)
    String ask(Model model) {
        return form(model, CODE, true, "", "");
    }

    @PostMapping(CODE)
    String byCode(@RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "") String name, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        if (guesses.rests(request.getRemoteAddr())) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            return form(model, CODE, true, name, "试的次数过多，验证码暂停使用。请过一会儿再试，或请主持人发链接给您。");
        }
        var room = byCode(code.strip());
        if (room.isEmpty()) {
            guesses.wrong(request.getRemoteAddr());
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(model, CODE, true, name, "验证码不对，或这次会议还没有开。请核对六位数字，主持人进场后验证码才有用。");
        }
        return in(model, room.get(), name, response, CODE, true);
    }

    @GetMapping("/rooms/guest/{room}/{secret}")
    String byLink(@PathVariable UUID room, @PathVariable String secret, Model model) {
        prove(room, secret);
        return form(model, "/rooms/guest/" + room + "/" + secret, false, "", "");
    }

    @PostMapping("/rooms/guest/{room}/{secret}")
    String byLink(@PathVariable UUID room, @PathVariable String secret, @RequestParam(defaultValue = "") String name, HttpServletResponse response,
            Model model) {
        return in(model, prove(room, secret), name, response, "/rooms/guest/" + room + "/" + secret, false);
    }

    private Room prove(UUID id, String secret) {
        return rooms.find(live.system(), id)
                .filter(_ -> MessageDigest.isEqual(key(live.stand(id)).getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }

    /** Codes are of use while somebody is in the room: a room that nobody is in has no door. */
    private Optional<Room> byCode(String code) {
        return code.matches("\\d{6}") ? live.withCode(code) : Optional.empty();
    }

    private String in(Model model, Room room, String name, HttpServletResponse response, String action, boolean byCode) {
        var given = name.strip().replaceAll("[\\p{Cntrl}]", "");
        if (given.isEmpty() || given.length() > LONGEST_NAME) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(model, action, byCode, name, "请写明您是谁，不超过 " + LONGEST_NAME + " 字；主持人凭它请您进来。");
        }
        var stand = live.stand(room.id());
        var token = new RoomToken(room.id(), "g" + RoomToken.shortName(stand.secret(), "guest " + UUID.randomUUID()), given, false, true, false,
                clock.instant().plus(RoomPages.TOKEN_LASTS), null);
        // an address of its own, so that a page loaded again is the same guest and nobody is confirmed twice
        return "redirect:" + IN + "?t=" + token.signed(stand.secret());
    }

    /** The room, for whom a code or a link let in. */
    @GetMapping(IN)
    String inside(@RequestParam(defaultValue = "") String t, HttpServletResponse response, Model model) {
        var room = RoomToken.claimed(t).flatMap(id -> rooms.find(live.system(), id))
                .filter(found -> RoomToken.read(t, live.stand(found.id()).secret(), live.now()).filter(RoomToken::guest).isPresent());
        if (room.isEmpty()) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            return form(model, CODE, true, "", "上次进入的凭据不对或已过期。请再填一次验证码。");
        }
        return page(model, room.get(), t);
    }

    private String page(Model model, Room room, String token) {
        var stand = live.stand(room.id());
        model.addAttribute("room", room);
        model.addAttribute("token", token);
        model.addAttribute("village", false);
        model.addAttribute("recordingUntil", RoomPages.recordingUntil(stand));
        model.addAttribute("recordingKey", "");
        model.addAttribute("recordingDays", 0L);
        return "room/room";
    }

    private static String form(Model model, String action, boolean byCode, String name, String wrong) {
        model.addAttribute("action", action);
        model.addAttribute("byCode", byCode);
        model.addAttribute("name", name);
        model.addAttribute("wrong", wrong);
        return "room/guest";
    }
}
