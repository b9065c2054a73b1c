package cn.yizhen.app.host;

import java.io.IOException;
import java.util.List;

/**
 * PostgreSQL refuses to run as root. For root the server runs in a user namespace of its own, where it is
 * nobody in particular; for everyone else nothing is needed.
 */
final class ServerUser {

    private ServerUser() {}

    /** What to put before each server command. */
    static List<String> prefix() {
        if (!"root".equals(System.getProperty("user.name")) || System.getProperty("os.name").startsWith("Windows")) {
            return List.of();
        }
        if (works("unshare", "-U", "true")) {
            return List.of("unshare", "-U");
        }
        throw new CannotStart("以 root 运行时，内置数据库需要用户命名空间（unshare -U），而本机不允许。",
                "请改用普通用户运行，或设置 yizhen.database.url 使用外部 PostgreSQL。");
    }

    private static boolean works(String... command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
