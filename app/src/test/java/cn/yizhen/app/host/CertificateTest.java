package cn.yizhen.app.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.Ssl;

@DisplayName("服务器证书到期")
class CertificateTest {

    private static final String PASSWORD = "changeit";

    @TempDir static Path folder;
    private static Path store;

    /** Valid from 2026-01-01 for a hundred days, until the night of 2026-04-11. */
    @BeforeAll
    static void aCertificate() throws IOException, InterruptedException {
        store = folder.resolve("yizhen.p12");
        var made = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "yizhen",
                "-keyalg", "EC", "-dname", "CN=yizhen", "-startdate", "2026/01/01 00:00:00", "-validity", "100", "-keystore", store.toString(),
                "-storetype", "PKCS12", "-storepass", PASSWORD)).redirectErrorStream(true).redirectOutput(folder.resolve("keytool.log").toFile()).start();
        assertThat(made.waitFor()).isZero();
    }

    @Test
    @DisplayName("到期前一个月以上：什么也不说")
    void longBefore() {
        assertThat(on("2026-03-01").warning()).isEmpty();
    }

    @Test
    @DisplayName("到期前一个月内：说出哪天到期、怎么换，平台仍然就绪")
    void aMonthBefore() {
        var certificate = on("2026-04-01");
        assertThat(certificate.warning().orElseThrow()).contains("2026-04-11", "换发");
        assertThat(certificate.certificateCheck().trouble().get()).isEmpty();
        assertThat(certificate.daysLeft()).hasValue(10L);
    }

    @Test
    @DisplayName("夜里到期了：就绪核对说出来，并说数据不受影响")
    void afterwards() {
        var certificate = on("2026-04-12");
        assertThat(certificate.certificateCheck().trouble().get().orElseThrow()).contains("已于 2026-04-11 到期", "数据不受影响");
        assertThat(certificate.daysLeft()).hasValue(-1L);
    }

    @Test
    @DisplayName("口令不对、文件不在、不是证书：说出是哪个文件、核对什么")
    void whatCannotBeRead() throws IOException {
        var certificate = at("2026-03-01");
        assertThatThrownBy(() -> certificate.read(ssl(store, "wrong-one"), null)).isInstanceOf(CannotStart.class).hasMessageContaining("yizhen.p12").hasMessageEndingWith("口令不对。");
        assertThatThrownBy(() -> certificate.read(ssl(folder.resolve("nowhere.p12"), PASSWORD), null)).isInstanceOf(CannotStart.class)
                .hasMessageContaining("nowhere.p12").hasMessageEndingWith("没有这个文件。");
        var text = Files.writeString(folder.resolve("text.p12"), "不是证书");
        assertThatThrownBy(() -> certificate.read(ssl(text, PASSWORD), null)).isInstanceOf(CannotStart.class).hasMessageContaining("text.p12");
    }

    private static Certificate on(String day) {
        var certificate = at(day);
        certificate.read(ssl(store, PASSWORD), null);
        return certificate;
    }

    private static Certificate at(String day) {
        return new Certificate(Clock.fixed(Instant.parse(day + "T00:00:00Z"), ZoneId.of("Asia/Shanghai")));
    }

    private static Ssl ssl(Path file, String password) {
        var ssl = new Ssl();
        ssl.setKeyStore(file.toUri().toString());
        ssl.setKeyStoreType("PKCS12");
        ssl.setKeyStorePassword(password);
        return ssl;
    }
}
