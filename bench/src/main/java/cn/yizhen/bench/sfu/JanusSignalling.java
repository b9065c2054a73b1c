package cn.yizhen.bench.sfu;

import cn.yizhen.sfu.load.Descriptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The video room of Janus over its WebSocket API. */
final class JanusSignalling implements Signalling {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int ROOM = 1;
    private static final int LARGEST_PICTURE = 2;

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<JsonNode> inbox = new LinkedBlockingQueue<>();
    private final Map<Integer, Long> handles = new HashMap<>();
    private final Map<Integer, Long> feeds = new HashMap<>();
    private final WebSocket socket;
    private final long session;
    private int transaction;

    JanusSignalling(int port) throws Exception {
        socket = http.newWebSocketBuilder().subprotocols("janus-protocol")
                .buildAsync(URI.create("ws://127.0.0.1:" + port), new Listener(inbox)).get(10, TimeUnit.SECONDS);
        session = ask("{\"janus\":\"create\"", "}", "success").path("data").path("id").asLong();
    }

    @Override
    public String publish(int publisher, String client) throws Exception {
        long handle = attach();
        JsonNode joined = message(handle, "{\"request\":\"join\",\"ptype\":\"publisher\",\"room\":%d,\"display\":\"p%d\"}".formatted(ROOM, publisher), null, "event");
        feeds.put(publisher, joined.path("plugindata").path("data").path("id").asLong());
        JsonNode answered = message(handle, "{\"request\":\"publish\",\"audiocodec\":\"opus\",\"videocodec\":\"vp8\"}",
                jsep("offer", Descriptions.offer(client, List.of("f", "h", "q"))), "event");
        return sdp(answered);
    }

    @Override
    public String subscribe(int receiver, int publishers) throws Exception {
        long handle = attach();
        handles.put(receiver, handle);
        String streams = IntStream.range(0, publishers).filter(publisher -> publisher != receiver)
                .mapToObj(publisher -> "{\"feed\":" + feeds.get(publisher) + "}").collect(Collectors.joining(","));
        return sdp(message(handle, "{\"request\":\"join\",\"ptype\":\"subscriber\",\"room\":%d,\"streams\":[%s]}".formatted(ROOM, streams), null, "event"));
    }

    @Override
    public void answer(int receiver, String answer) throws Exception {
        long handle = handles.get(receiver);
        message(handle, "{\"request\":\"start\"}", jsep("answer", answer), "event");
        String streams = answer.lines().filter(line -> line.startsWith("m=") || line.startsWith("a=mid:")).reduce("", (a, b) -> a + " " + b);
        String wanted = IntStream.range(0, streams.split("a=mid:").length - 1)
                .mapToObj(mid -> "{\"mid\":\"%d\",\"substream\":%d,\"temporal\":2}".formatted(mid, LARGEST_PICTURE)).collect(Collectors.joining(","));
        message(handle, "{\"request\":\"configure\",\"streams\":[" + wanted + "]}", null, "event");
    }

    private long attach() throws Exception {
        return ask("{\"janus\":\"attach\",\"plugin\":\"janus.plugin.videoroom\",\"session_id\":" + session, "}", "success").path("data").path("id").asLong();
    }

    private JsonNode message(long handle, String body, @Nullable String jsep, String until) throws Exception {
        return ask("{\"janus\":\"message\",\"session_id\":%d,\"handle_id\":%d,\"body\":%s%s".formatted(session, handle, body, jsep == null ? "" : ",\"jsep\":" + jsep), "}", until);
    }

    /** Janus acknowledges first and answers with the same transaction later. */
    private JsonNode ask(String head, String tail, String until) throws Exception {
        String name = "t" + transaction++;
        socket.sendText(head + ",\"transaction\":\"" + name + "\"" + tail, true).get(10, TimeUnit.SECONDS);
        while (true) {
            JsonNode next = inbox.poll(20, TimeUnit.SECONDS);
            if (next == null) {
                throw new IOException("Janus does not answer " + head);
            }
            boolean mine = next.path("transaction").asString("").equals(name);
            JsonNode error = next.path("plugindata").path("data").path("error");
            if (mine && (next.path("janus").asString("").equals("error") || !error.isMissingNode())) {
                throw new IOException("Janus refuses: " + next);
            }
            if (mine && next.path("janus").asString("").equals(until)) {
                return next;
            }
        }
    }

    private static String jsep(String type, String sdp) {
        return "{\"type\":\"" + type + "\",\"sdp\":\"" + sdp.replace("\r\n", "\\r\\n") + "\"}";
    }

    private static String sdp(JsonNode event) throws IOException {
        String sdp = event.path("jsep").path("sdp").asString("");
        if (sdp.isEmpty()) {
            throw new IOException("Janus gave no description: " + event);
        }
        return sdp;
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
    }

    private static final class Listener implements WebSocket.Listener {

        private final BlockingQueue<JsonNode> inbox;
        private final StringBuilder part = new StringBuilder();

        Listener(BlockingQueue<JsonNode> inbox) {
            this.inbox = inbox;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                inbox.add(JSON.readTree(part.toString()));
                part.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
