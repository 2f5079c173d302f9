package org.sessiondesk.sandbox;

import org.springframework.context.annotation.Conditional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page at {@code /sandbox} on which faults are switched: three files that use the control endpoints. */
@RestController
@Conditional(SandboxWanted.class)
class SandboxPage {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";

    private final PageWords words = new PageWords();

    @GetMapping("/sandbox")
    ResponseEntity<String> page() {
        return answer("text/html;charset=utf-8").body(words.fill(file("page.html")));
    }

    @GetMapping("/sandbox/page.js")
    ResponseEntity<Resource> script() {
        return answer("text/javascript;charset=utf-8").body(file("page.js"));
    }

    @GetMapping("/sandbox/page.css")
    ResponseEntity<Resource> style() {
        return answer("text/css;charset=utf-8").body(file("page.css"));
    }

    private static ResponseEntity.BodyBuilder answer(String type) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store");
    }

    private static Resource file(String name) {
        return new ClassPathResource("sandbox/" + name);
    }
}
