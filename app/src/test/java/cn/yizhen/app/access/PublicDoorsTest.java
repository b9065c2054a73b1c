package cn.yizhen.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.app.TestClock;
import java.lang.reflect.Modifier;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@DisplayName("不用登录的几扇门有次数限制")
class PublicDoorsTest {

    private final TestClock clock = new TestClock();
    private final PublicDoors doors = new PublicDoors(
            new AccessSettings(Duration.ofMinutes(30), Duration.ofHours(12), 3, 5, Duration.ofMinutes(15), Duration.ofHours(8), 5, 20, 3), clock);

    @Test
    @DisplayName("一个地址一分钟登录五次，第六次请等；别的地址不受影响；过一分钟又可以")
    void logins() throws Exception {
        IntStream.range(0, 5).forEach(_ -> assertThat(status("POST", "/login", "10.0.0.1")).isEqualTo(200));
        assertThat(status("POST", "/login", "10.0.0.1")).isEqualTo(429);
        assertThat(status("POST", "/enter", "10.0.0.1")).isEqualTo(429);
        assertThat(status("POST", "/%6cogin", "10.0.0.1")).as("spelled another way, it is the same door").isEqualTo(429);
        assertThat(status("POST", "/login", "10.0.0.2")).isEqualTo(200);
        clock.advance(Duration.ofMinutes(1));
        assertThat(status("POST", "/login", "10.0.0.1")).isEqualTo(200);
    }

    @Test
    @DisplayName("减负直通车、接口和公开的页也有；请等多久写在答复里；登录后的页没有")
    void others() throws Exception {
        IntStream.range(0, 3).forEach(_ -> assertThat(status("POST", "/direct-line", "10.0.0.1")).isEqualTo(200));
        assertThat(status("POST", "/direct-line", "10.0.0.1")).isEqualTo(429);
        IntStream.range(0, 20).forEach(_ -> assertThat(status("GET", "/api/v1/kinds", "10.0.0.3")).isEqualTo(200));
        assertThat(status("GET", "/direct-line", "10.0.0.3")).isEqualTo(429);
        IntStream.range(0, 200).forEach(_ -> assertThat(status("GET", "/", "10.0.0.3")).isEqualTo(200));
        var response = new MockHttpServletResponse();
        doors.doFilter(request("GET", "/direct-line", "10.0.0.3"), response, new MockFilterChain());
        assertThat(response.getHeader("Retry-After")).isEqualTo("60");
    }

    @Test
    @DisplayName("地址只在内存里，随这一分钟忘掉；伪造再多的地址也占不满")
    void addressesAreForgotten() {
        var limit = new RequestLimit(1, clock);
        IntStream.range(0, 20_000).forEach(i -> limit.admits("a" + i));
        assertThat(limit.admits("one more")).isTrue();
        assertThat(limit.admits("yet another")).isFalse();
        clock.advance(Duration.ofMinutes(1));
        assertThat(limit.admits("yet another")).isTrue();
        assertThat(Arrays.stream(RequestLimit.class.getDeclaredFields()).filter(field -> !Modifier.isStatic(field.getModifiers())).map(java.lang.reflect.Field::getName))
                .containsExactlyInAnyOrder("most", "clock", "counts", "minute");
    }

    private int status(String method, String address, String from) {
        var response = new MockHttpServletResponse();
        try {
            doors.doFilter(request(method, address, from), response, new MockFilterChain());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return response.getStatus();
    }

    private static MockHttpServletRequest request(String method, String address, String from) {
        var request = new MockHttpServletRequest(method, address);
        // as the server decodes it for whoever answers
        request.setServletPath(URLDecoder.decode(address, StandardCharsets.UTF_8));
        request.setRemoteAddr(from);
        return request;
    }
}
