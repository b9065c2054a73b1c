package cn.yizhen.app.web;

import cn.yizhen.app.host.Health;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** One word for proxies in front of the program; what exactly is wrong is told on the management address only. */
@Controller
class HealthPage {

    private final Health health;

    HealthPage(Health health) {
        this.health = health;
    }

    @GetMapping("/health")
    ResponseEntity<String> health() {
        var ready = health.troubles().isEmpty();
        return ResponseEntity.status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE).contentType(MediaType.TEXT_PLAIN)
                .body(ready ? "ready" : "not ready");
    }
}
