package cn.yizhen.app.host;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.app.AppTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

@AppTest
@DisplayName("运行状况")
class ManagementTest {

    @Autowired Management.Address address;
    @Autowired PrometheusMeterRegistry meters;

    @Test
    @DisplayName("管理地址说出各项核对的结果和指标")
    void tellsHealthAndMetrics() throws Exception {
        assertThat(get(address.port(), "/health/live").statusCode()).isEqualTo(200);
        var ready = get(address.port(), "/health/ready");
        assertThat(ready.body()).contains("\"database\":\"UP\"", "\"migrations\":\"UP\"", "\"numbering\"");
        assertThat(get(address.port(), "/metrics").body()).contains("jvm_memory_used_bytes", "hikaricp_connections");
    }

    @Test
    @DisplayName("有一项不好就答 503，并说出是哪一项")
    void namesWhatIsWrong() throws Exception {
        var checks = new StaticListableBeanFactory();
        checks.addBean("good", new HealthCheck("good", Optional::empty));
        checks.addBean("bad", new HealthCheck("bad", () -> Optional.of("坏了。")));
        checks.addBean("worse", new HealthCheck("worse", () -> {
            throw new IllegalStateException("张三");
        }));
        try (var own = new Management.Address(0, meters, new Health(checks.getBeanProvider(HealthCheck.class)))) {
            var ready = get(own.port(), "/health/ready");
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body()).contains("\"good\":\"UP\"", "\"bad\":\"坏了。\"", "\"worse\":\"无法核对").doesNotContain("张三");
        }
    }

    private static HttpResponse<String> get(int port, String path) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
