package cn.yizhen.app.room;

import cn.yizhen.app.access.Scope;
import cn.yizhen.rules.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Files shown in a room: put in by a 主持人, fetched page by page by whoever has a token of the room. */
@Controller
class DeckPages {

    private final Rooms rooms;
    private final LiveRooms live;
    private final Decks decks;

    DeckPages(Rooms rooms, LiveRooms live, Decks decks) {
        this.rooms = rooms;
        this.live = live;
        this.decks = decks;
    }

    @PostMapping("/rooms/{room}/deck")
    @ResponseBody
    ResponseEntity<Map<String, Object>> put(Scope scope, @PathVariable UUID room, @RequestParam MultipartFile file) throws IOException {
        rooms.find(scope, room).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var stand = live.stand(room);
        var seat = stand.seats().get(RoomPages.seat(stand, scope));
        if (seat == null || !seat.host()) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).body(Map.of("id", RoomError.NOT_HOST.id(), "text", RoomError.NOT_HOST.text()));
        }
        return switch (decks.take(room, file.getBytes())) {
            case Outcome.Done<Decks.Deck>(var deck) -> {
                live.find(room).ifPresent(one -> one.inTurn(() -> one.deck(deck.id(), deck.pages())));
                yield ResponseEntity.ok(Map.of("text", "已放出，共 " + deck.pages() + " 页。"));
            }
            case Outcome.Refused<Decks.Deck>(var reasons) -> ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .body(Map.of("text", reasons.stream().map(reason -> reason.text() + reason.nextStep()).collect(Collectors.joining())));
        };
    }

    @GetMapping("/rooms/pages/{room}/{deck}/{number}")
    ResponseEntity<Resource> page(@PathVariable UUID room, @PathVariable UUID deck, @PathVariable int number, @RequestParam(defaultValue = "") String t) {
        // a room that does not exist has no token: nothing is made for an address somebody thought up
        if (RoomToken.claimed(t).filter(room::equals).isEmpty() || rooms.find(live.system(), room).isEmpty()
                || RoomToken.read(t, live.stand(room).secret(), live.now()).filter(token -> admitted(room, token)).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var file = decks.page(room, deck, number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).cacheControl(CacheControl.maxAge(Duration.ofHours(12)).cachePrivate())
                .body(new FileSystemResource(file));
    }

    /** A guest whom no 主持人 confirmed sees no page either. */
    private boolean admitted(UUID room, RoomToken token) {
        var seat = live.stand(room).seats().get(token.seat());
        return seat != null && seat.admitted();
    }
}
