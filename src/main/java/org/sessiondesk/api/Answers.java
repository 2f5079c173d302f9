package org.sessiondesk.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.health.DatabaseTrouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Answers without data: what is wrong, in plain words, as JSON whatever was asked for. */
final class Answers {

    private static final Logger log = LoggerFactory.getLogger(Answers.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long SOON = 10;

    private Answers() {}

    static void error(HttpServletResponse response, int status, String words) throws IOException {
        error(response, status, words, null);
    }

    /** @param parameter which one is wrong; null where none is */
    static void error(HttpServletResponse response, int status, String words, @Nullable String parameter)
            throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("status", status);
        members.put("error", words);
        if (parameter != null) {
            members.put("parameter", parameter);
        }
        response.resetBuffer();
        // Of the file that it was to be.
        response.setHeader("Content-Disposition", null);
        response.setCharacterEncoding((String) null);
        response.setStatus(status);
        response.setContentType("application/json");
        response.getOutputStream().write(JSON.writeValueAsBytes(members));
    }

    static void notLetIn(HttpServletResponse response, String words) throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer realm=\"Session Desk\"");
        error(response, 401, words);
    }

    static void tryLater(HttpServletResponse response, int status, String words, long seconds) throws IOException {
        response.setHeader("Retry-After", Long.toString(seconds));
        error(response, status, words);
    }

    /** Nothing of the answer has left yet. */
    static void failed(RuntimeException problem, HttpServletResponse response) throws IOException {
        if (DatabaseTrouble.of(problem).isPresent()) {
            tryLater(response, 503, "Session Desk can't work with its database just now. Try again later.", SOON);
            return;
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        log.error("A program's question could not be answered, reference {}", reference, problem);
        error(response, 500, "Something went wrong in Session Desk. Its log says more under " + reference + ".");
    }
}
