package cn.yizhen.app.access.token;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The description of the interface (OpenAPI 3.1); a test holds it to the routes and to what they answer. */
@Controller
class ApiDescription {

    private final String description;

    ApiDescription() throws IOException {
        this.description = new ClassPathResource("access/openapi.json").getContentAsString(StandardCharsets.UTF_8);
    }

    @GetMapping("/api/openapi.json")
    ResponseEntity<String> show() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(description);
    }
}
