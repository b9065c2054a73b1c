package cn.yizhen.app.room;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lines from browsers to rooms. The first message proves the token; until then nothing is answered but a refusal.
 * Who reads too slowly or speaks too fast is cut off: the browser comes back by itself.
 */
@Component
class Signals extends TextWebSocketHandler {

    private static final String LINE = "line";
    private static final int SEND_MILLIS = 5000;
    private static final int BUFFER = 512 * 1024;
    private static final int MOST_A_SECOND = 50;
    /** Whoever opens a line and does not say for which room is let go after so many seconds. */
    private static final int HELLO_SECONDS = 10;

    private final LiveRooms rooms;
    private final MediaLine media;
    private final Refusals refusals;
    private final JsonMapper json = JsonMapper.builder().build();

    Signals(LiveRooms rooms, MediaLine media, Refusals refusals) {
        this.rooms = rooms;
        this.media = media;
        this.refusals = refusals;
    }

    /** What one line has become. */
    private static final class Line {
        final WebSocketSession session;
        @Nullable LiveRoom room;
        volatile @Nullable Present who;
        long second;
        int messages;

        Line(WebSocketSession session) {
            this.session = session;
        }

        boolean tooFast(long now) {
            if (now != second) {
                second = now;
                messages = 0;
            }
            return ++messages > MOST_A_SECOND;
        }
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        session.setTextMessageSizeLimit(128 * 1024);
        var line = new Line(new ConcurrentWebSocketSessionDecorator(session, SEND_MILLIS, BUFFER));
        session.getAttributes().put(LINE, line);
        CompletableFuture.delayedExecutor(HELLO_SECONDS, TimeUnit.SECONDS).execute(() -> {
            if (line.who == null) {
                close(line, CloseStatus.POLICY_VIOLATION);
            }
        });
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        var line = (Line) session.getAttributes().get(LINE);
        if (line.tooFast(rooms.now().getEpochSecond())) {
            refuse(line, RoomError.TOO_MANY);
        } else if (line.room == null || line.who == null) {
            begin(line, message.getPayload());
        } else {
            var room = line.room;
            var who = line.who;
            Wish.read(message.getPayload()).ifPresentOrElse(wish -> room.inTurn(() -> room.asked(who, wish)),
                    () -> refusals.tell(who, RoomError.BAD_MESSAGE));
        }
    }

    private void begin(Line line, String text) {
        JsonNode hello;
        try {
            hello = Wish.JSON.readTree(text);
        } catch (JacksonException e) {
            refuse(line, RoomError.BAD_MESSAGE);
            return;
        }
        String token = hello.path("token").asString("");
        String room = hello.path("room").asString("");
        var claimed = RoomToken.claimed(token);
        if (claimed.isEmpty()) {
            refuse(line, RoomError.BAD_TOKEN);
        } else if (!claimed.get().toString().equals(room)) {
            refuse(line, RoomError.WRONG_ROOM);
        } else {
            rooms.find(claimed.get()).ifPresentOrElse(live -> prove(line, live, token), () -> refuse(line, RoomError.BAD_TOKEN));
        }
    }

    private void prove(Line line, LiveRoom live, String token) {
        RoomToken.read(token, live.stand().secret(), rooms.now()).ifPresentOrElse(proved -> {
            var who = new Present(proved, message -> send(line, message), () -> close(line, CloseStatus.NORMAL));
            line.room = live;
            line.who = who;
            who.tell(Map.of("type", "servers", "iceServers", media.iceServers(proved.seat())));
            live.inTurn(() -> live.enter(who));
        }, () -> refuse(line, RoomError.BAD_TOKEN));
    }

    private void refuse(Line line, RoomError error) {
        refusals.count(error);
        send(line, Refusals.message(error));
        close(line, CloseStatus.POLICY_VIOLATION);
    }

    private void send(Line line, Map<String, ?> message) {
        try {
            if (line.session.isOpen()) {
                line.session.sendMessage(new TextMessage(json.writeValueAsString(message)));
            }
        } catch (IOException | RuntimeException e) {
            close(line, CloseStatus.SESSION_NOT_RELIABLE);
        }
    }

    private static void close(Line line, CloseStatus status) {
        try {
            line.session.close(status);
        } catch (IOException e) {
            // it is closed already
        }
    }

    @Override
    public void handleTransportError(WebSocketSession session, Throwable error) throws IOException {
        session.close(CloseStatus.SERVER_ERROR);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        var line = (Line) session.getAttributes().get(LINE);
        if (line != null && line.room != null && line.who != null) {
            var room = line.room;
            var who = line.who;
            room.inTurn(() -> room.left(who));
        }
    }

}
