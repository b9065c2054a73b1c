package cn.yizhen.app.access;

import cn.yizhen.app.host.DataDirectory;
import cn.yizhen.app.host.HostSettings;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The first account of a county. With no account yet, a 128-bit code lies in a 0600 file for thirty
 * minutes; whoever can read that file may make the one security administrator, once.
 */
@Component
class FirstRun {

    static final Duration VALID = Duration.ofMinutes(30);
    private static final int CODE_BYTES = 16;
    private static final Logger LOG = LoggerFactory.getLogger(FirstRun.class);

    private record Code(String value, Instant until) {}

    private final Accounts accounts;
    private final Acts acts;
    private final Ids ids;
    private final HostSettings settings;
    private final Clock clock;
    private @Nullable Code code;

    FirstRun(Accounts accounts, Acts acts, Ids ids, HostSettings settings, Clock clock) {
        this.accounts = accounts;
        this.acts = acts;
        this.ids = ids;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void offer() throws IOException {
        if (settings.demo() || !accounts.none(settings.county())) {
            return;
        }
        var bytes = new byte[CODE_BYTES];
        new SecureRandom().nextBytes(bytes);
        var fresh = new Code(HexFormat.of().formatHex(bytes), clock.instant().plus(VALID));
        DataDirectory.writePrivately(file(), fresh.value() + "\n");
        code = fresh;
        LOG.warn("还没有任何账号。请在 30 分钟内打开 /first-run，用这个文件里的一次性代码建立安全管理员：{}", file());
    }

    Path file() {
        return settings.data().toAbsolutePath().normalize().resolve("secrets").resolve("first-run.code");
    }

    /** Whether a code is waiting to be used. */
    boolean open() {
        return code != null;
    }

    /** Makes the security administrator; all reasons at once when it cannot be. */
    synchronized Outcome<String> redeem(String typed, String login, String password) {
        var reasons = reasons(typed, login, password);
        if (!reasons.isEmpty()) {
            return Outcome.refused(reasons);
        }
        var scope = Scope.system(settings.county(), "建立安全管理员", AsOf.on(LocalDate.now(clock)));
        acts.perform(scope, Act.create(ids.next(), "account.opened", null, ids.next(), Map.of("login", login)), writing -> {
            var id = accounts.add(writing, login, null, Set.of(Permission.SECURITY));
            accounts.setPassword(writing, id, password);
            return Outcome.done("/login");
        });
        code = null;
        delete();
        return Outcome.done("/login");
    }

    private List<Reason> reasons(String typed, String login, String password) {
        var reasons = new ArrayList<Reason>();
        var valid = code;
        if (valid == null || !same(typed.strip(), valid.value())) {
            reasons.add(Reason.of("code-wrong", "一次性代码不对。", "请核对 " + file() + " 里的代码。"));
        } else if (!clock.instant().isBefore(valid.until())) {
            reasons.add(Reason.of("code-expired", "一次性代码已过 30 分钟。", "请重新启动程序，会生成新的代码。"));
        }
        if (login.isBlank()) {
            reasons.add(Reason.of("login-missing", "没有填用户名。", "请填一个用户名。"));
        }
        Passwords.check(password).ifPresent(reasons::add);
        return reasons;
    }

    private static boolean same(String typed, String expected) {
        return MessageDigest.isEqual(typed.getBytes(), expected.getBytes());
    }

    private void delete() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
