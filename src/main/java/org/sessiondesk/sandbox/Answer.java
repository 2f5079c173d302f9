package org.sessiondesk.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What goes back to the caller.
 *
 * @param status 0: nothing goes back, the connection is cut
 * @param stored the session that a POST stored on the way
 */
record Answer(
        int status,
        String type,
        byte[] body,
        Map<String, String> headers,
        @Nullable Stored stored) {

    static final int CUT = 0;

    private static final String JSON = "application/json; charset=utf-8";

    /** What a POST left in the records. */
    record Stored(UUID session, boolean created) {}

    static Answer json(int status, JsonNode body) {
        return text(status, JSON, body.toString());
    }

    /** OnTime's server's usual way to say what is wrong. */
    static Answer message(int status, String words) {
        return json(status, Wire.JSON.createObjectNode().put("Message", words));
    }

    static Answer invalid(Map<String, String> problems) {
        var body = Wire.JSON.createObjectNode().put("Message", "The request is invalid.");
        var state = body.putObject("ModelState");
        problems.forEach(
                (member, words) -> state.putArray("userSession." + member).add(words));
        return json(400, body);
    }

    static Answer text(int status, String type, String body) {
        return new Answer(status, type, body.getBytes(StandardCharsets.UTF_8), Map.of(), null);
    }

    static Answer cut() {
        return text(CUT, JSON, "");
    }

    Answer with(@Nullable Stored what) {
        return new Answer(status, type, body, headers, what);
    }

    Answer with(Map<String, String> more) {
        var all = new LinkedHashMap<>(more);
        all.putAll(headers);
        return new Answer(status, type, body, all, stored);
    }

    String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
