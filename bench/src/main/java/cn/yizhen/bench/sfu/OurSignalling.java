package cn.yizhen.bench.sfu;

import cn.yizhen.sfu.load.Descriptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** One line there, one line back: see {@link ForwardingProcess}. */
final class OurSignalling implements Signalling {

    private static final int MOST_TRIES = 300;
    private static final long BETWEEN_TRIES = 200_000_000L;

    private final Socket socket;
    private final BufferedReader in;
    private final PrintWriter out;

    OurSignalling(InetSocketAddress at) throws IOException {
        socket = connected(at);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.US_ASCII);
    }

    /** The server may still be starting. */
    private static Socket connected(InetSocketAddress at) throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                return new Socket(at.getAddress(), at.getPort());
            } catch (ConnectException e) {
                if (tries == MOST_TRIES) {
                    throw e;
                }
                LockSupport.parkNanos(BETWEEN_TRIES);
            }
        }
    }

    @Override
    public String publish(int publisher, String client) throws IOException {
        return ask("up p" + publisher, Descriptions.offer(client, List.of("q", "h", "f")));
    }

    @Override
    public String subscribe(int receiver, int publishers) throws IOException {
        return ask("down " + (receiver < publishers ? "p" : "r") + receiver, "");
    }

    @Override
    public void answer(int receiver, String answer) throws IOException {
        ask("answer " + receiver, answer);
    }

    private String ask(String words, String text) throws IOException {
        out.println(words + " " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        String line = in.readLine();
        if (line == null) {
            throw new IOException("the server is gone");
        }
        return new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
