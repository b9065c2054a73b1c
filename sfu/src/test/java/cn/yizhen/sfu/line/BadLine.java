package cn.yizhen.sfu.line;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The relay on the command line: {@code ./yizhen bench line --listen 127.0.0.1:9000 --to 127.0.0.1:8108
 * --down rate=300k,delay=40,loss=0.02 --up delay=40 --seed 1}. While it runs, lines such as {@code down rate=2m} on
 * standard input change it.
 */
public final class BadLine {

    private static final String USAGE = """
            用法：yizhen bench line --listen 地址:端口 --to 服务器地址:端口 [--down 线路] [--up 线路] [--seed 数]
              线路  rate=300k,delay=40,loss=0.02,reordered=0.01,held=20,queue=60000,burst=4000（时间为毫秒，queue、burst 为字节）
              运行中在标准输入写 down rate=2m 或 up loss=0.1 即改线路；输入结束不影响运行，Ctrl-C 停止。
            """;

    private BadLine() {}

    public static void main(String[] arguments) throws Exception {
        var words = List.of(arguments);
        if (!words.contains("--listen") || !words.contains("--to")) {
            System.err.print(USAGE);
            System.exit(2);
        }
        var down = Condition.CLEAR.with(value(words, "--down", ""));
        var up = Condition.CLEAR.with(value(words, "--up", ""));
        try (var relay = UdpRelay.start(address(value(words, "--listen", "")), address(value(words, "--to", "")),
                Long.parseLong(value(words, "--seed", "1")), up, down)) {
            System.err.println("线路在 " + relay.local() + "，下行 " + down + "，上行 " + up);
            obey(relay, up, down);
            Thread.currentThread().join();
        }
    }

    private static void obey(UdpRelay relay, Condition firstUp, Condition firstDown) throws IOException {
        var up = firstUp;
        var down = firstDown;
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] pair = line.strip().split(" ", 2);
            try {
                if (pair.length == 2 && pair[0].equals("down")) {
                    relay.down(down = down.with(pair[1]));
                } else if (pair.length == 2 && pair[0].equals("up")) {
                    relay.up(up = up.with(pair[1]));
                } else {
                    System.err.print(USAGE);
                    continue;
                }
                System.err.println("下行 " + down + "，上行 " + up);
            } catch (IllegalArgumentException e) {
                System.err.println(e.getMessage());
            }
        }
    }

    private static String value(List<String> words, String name, String otherwise) {
        int at = words.indexOf(name);
        return at < 0 || at + 1 >= words.size() ? otherwise : words.get(at + 1);
    }

    private static InetSocketAddress address(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException(text + ": 应为 地址:端口");
        }
        return new InetSocketAddress(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }
}
