package cn.yizhen.app.room;

import cn.yizhen.sfu.media.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A message from a browser, read; see {@code docs/room-protocol.md}. */
sealed interface Wish {

    JsonMapper JSON = JsonMapper.builder().build();

    record Ping() implements Wish {}

    /** What this browser sends now; an unsent kind takes no place on anybody's screen. */
    record Sending(Set<Kind> kinds) implements Wish {}

    /** 申请发言, or taken back. */
    record Hand(boolean up) implements Wish {}

    /** About the two connections. */
    sealed interface Media extends Wish {}

    record Up(String sdp, Map<String, Kind> kinds) implements Media {}

    record Down() implements Media {}

    record DownAnswer(String sdp) implements Media {}

    record View(int pictures, @Nullable String first) implements Media {}

    /** What a 主持人 may do. */
    sealed interface OfHost extends Wish {}

    /** What changes the stand and needs to know of nobody. */
    sealed interface OnStand extends OfHost {}

    record Floor(String seat, boolean on) implements OnStand {}

    record Mute(String seat, boolean on) implements OnStand {}

    record MuteAll() implements OnStand {}

    record Main(String seat, boolean on) implements OnStand {}

    record Host(String seat) implements OfHost {}

    record Admit(String seat, boolean on) implements OfHost {}

    record Remove(String seat) implements OfHost {}

    record Open(boolean on) implements OnStand {}

    record Agenda(List<String> items, int at) implements OnStand {}

    record Page(int page) implements OnStand {}

    record NoDeck() implements OnStand {}

    record FreshCode() implements OnStand {}

    record EndRecording() implements OfHost {}

    /** The message, or nothing where it is none. */
    static Optional<Wish> read(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return json == null || !json.isObject() ? Optional.empty() : read(json);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Optional<Wish> read(JsonNode json) {
        String seat = json.path("seat").asString("");
        boolean on = json.path("on").asBoolean(false);
        return Optional.ofNullable(switch (json.path("type").asString("")) {
            case "ping" -> new Ping();
            case "sending" -> new Sending(kinds(json.path("kinds")));
            case "hand" -> new Hand(on);
            case "up" -> new Up(json.path("sdp").asString(""), kindsByMid(json.path("kinds")));
            case "down" -> new Down();
            case "down-answer" -> new DownAnswer(json.path("sdp").asString(""));
            case "view" -> new View(json.path("pictures").asInt(0), json.path("first").isString() ? json.path("first").asString() : null);
            case "floor" -> new Floor(seat, on);
            case "mute" -> new Mute(seat, on);
            case "mute-all" -> new MuteAll();
            case "main" -> new Main(seat, on);
            case "host" -> new Host(seat);
            case "admit" -> new Admit(seat, on);
            case "remove" -> new Remove(seat);
            case "open" -> new Open(on);
            case "agenda" -> new Agenda(items(json.path("items")), json.path("at").asInt(0));
            case "page" -> new Page(json.path("page").asInt(1));
            case "no-deck" -> new NoDeck();
            case "fresh-code" -> new FreshCode();
            case "end-recording" -> new EndRecording();
            default -> null;
        });
    }

    private static List<String> items(JsonNode array) {
        var items = new ArrayList<String>();
        array.forEach(item -> items.add(item.asString("").strip()));
        items.removeIf(String::isEmpty);
        return items;
    }

    private static Set<Kind> kinds(JsonNode array) {
        var kinds = EnumSet.noneOf(Kind.class);
        array.forEach(name -> kind(name.asString("")).ifPresent(kinds::add));
        return kinds;
    }

    private static Map<String, Kind> kindsByMid(JsonNode object) {
        var kinds = new HashMap<String, Kind>();
        object.properties().forEach(entry -> kind(entry.getValue().asString("")).ifPresent(kind -> kinds.put(entry.getKey(), kind)));
        return kinds;
    }

    private static Optional<Kind> kind(String name) {
        for (var kind : Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
