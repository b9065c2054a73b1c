package cn.yizhen.bench.sfu;

import cn.yizhen.sfu.load.Descriptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** One line there, one line back: see {@link ForwardingProcess}. */
final class OurSignalling implements Signalling {

    private final Socket socket;
    private final BufferedReader in;
    private final PrintWriter out;

    OurSignalling(InetSocketAddress at) throws IOException {
        socket = new Socket(at.getAddress(), at.getPort());
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.US_ASCII);
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
