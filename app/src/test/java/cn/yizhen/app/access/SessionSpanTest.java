package cn.yizhen.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

/** What happens to a request whose session ends, by its span or from another window. */
class SessionSpanTest {

    private static final Instant ENTERED = Instant.parse("2026-11-26T01:00:00Z");
    private static final AccessSettings SETTINGS =
            new AccessSettings(Duration.ofMinutes(30), Duration.ofHours(12), 3, 5, Duration.ofMinutes(15), Duration.ofHours(8), 5, 20, 3);

    private final MockHttpSession session = new MockHttpSession();
    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/login");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @BeforeEach
    void enter() {
        SessionSpan.begin(session, SETTINGS, ENTERED);
        request.setSession(session);
    }

    @Test
    void goes_on_a_second_before_it_lay_unused_too_long_and_ends_then() throws Exception {
        after(Duration.ofMinutes(30).minusSeconds(1), (_, _) -> {});
        assertThat(session.isInvalid()).isFalse();
        after(Duration.ofMinutes(60).minusSeconds(1), (_, _) -> {});
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void one_that_ends_from_another_window_while_a_request_is_under_way_is_told_and_is_no_fault() throws Exception {
        after(Duration.ZERO, (_, _) -> {
            session.invalidate();
            session.getAttribute("what the page needs");
        });
        assertThat(response.getStatus()).isEqualTo(401);
    }

    @Test
    void a_fault_stays_a_fault() {
        var fault = new IllegalStateException("a defect");
        assertThatThrownBy(() -> after(Duration.ZERO, (_, _) -> { throw fault; })).isSameAs(fault);
        assertThatThrownBy(() -> after(Duration.ofHours(1), (_, _) -> { throw fault; })).isSameAs(fault);
    }

    private void after(Duration passed, FilterChain chain) throws Exception {
        new SessionSpan(SETTINGS, Clock.fixed(ENTERED.plus(passed), ZoneOffset.UTC)).doFilter(request, response, chain);
    }
}
