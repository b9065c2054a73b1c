package cn.yizhen.bench.sfu;

import cn.yizhen.sfu.Settings;
import cn.yizhen.sfu.media.Kind;
import cn.yizhen.sfu.room.Deaf;
import cn.yizhen.sfu.room.MediaServer;
import cn.yizhen.sfu.room.Participant;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Our server alone in a process, with the plainest signalling there can be: a word, a name, a description in base 64. */
final class ForwardingProcess {

    private static final long ENOUGH = 1_000_000_000_000L;
    private static final int LARGEST_PICTURE = 2;

    private final MediaServer server;
    private final boolean free;
    private final Map<String, Participant> participants = new HashMap<>();

    private ForwardingProcess(MediaServer server, boolean free) {
        this.server = server;
        this.free = free;
    }

    /** Arguments: port of the signalling; then, where receivers' links decide instead of a fixed size, the address to be reached under. */
    public static void main(String[] arguments) throws Exception {
        boolean free = arguments.length > 1;
        var address = free ? InetAddress.getByName(arguments[1]) : InetAddress.getLoopbackAddress();
        var settings = new Settings(new InetSocketAddress(address, 0), null, List.of(), List.of(), ENOUGH, 1_000_000, 100_000);
        var process = new ForwardingProcess(MediaServer.start(settings, Clock.systemUTC(), System::nanoTime), free);
        try (var port = new ServerSocket(Integer.parseInt(arguments[0]), 5, address)) {
            System.out.println("ready");
            do {
                var client = port.accept();
                Thread.ofVirtual().start(() -> process.serve(client));
            } while (true);
        }
    }

    private void serve(Socket client) {
        try (client; var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                var out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.US_ASCII)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split(" ");
                String text = words.length < 3 ? "" : new String(Base64.getDecoder().decode(words[2]), StandardCharsets.UTF_8);
                out.println(Base64.getEncoder().encodeToString(answer(words[0], words[1], text).getBytes(StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            // the clients are gone
        }
    }

    private synchronized String answer(String word, String name, String text) {
        switch (word) {
            case "up" -> {
                return participant(name).offerUp(text, Map.of());
            }
            case "down" -> {
                participant(name).fix(free ? -1 : LARGEST_PICTURE);
                return participant(name).offerDown();
            }
            default -> {
                String of = participants.containsKey("p" + name) ? "p" + name : "r" + name;
                participant(of).answerDown(text);
                return "";
            }
        }
    }

    private Participant participant(String name) {
        return participants.computeIfAbsent(name, _ -> {
            var joined = ((MediaServer.Admission.Admitted) server.join("bench", name, new Silent())).participant();
            joined.allow(EnumSet.allOf(Kind.class));
            return joined;
        });
    }

    private static final class Silent extends Deaf {

        @Override
        public void ended(String why) {
            System.err.println("ended: " + why);
        }
    }
}
