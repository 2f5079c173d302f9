package org.sessiondesk.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns the right answer into the one a fault asks for. */
final class Damage {

    private static final String LOGIN_PAGE =
            "<!DOCTYPE html><html><head><title>Sign In</title></head><body><form>User name <input></form></body></html>";

    private final Limits limits;

    Damage(Limits limits) {
        this.limits = limits;
    }

    /**
     * The faulty answer; what the right one stored stays stored.
     *
     * @param key that came with the request
     */
    Answer damaged(Fault fault, Call call, Answer right, String key, Instant now) {
        var answer = switch (fault.kind()) {
            case BAD_REQUEST -> badRequest(fault, call);
            case UNAUTHORISED -> Answer.message(401, "Authorization has been denied for this request.");
            case FORBIDDEN -> Answer.message(403, "The key has no permission for " + call.kind() + ".");
            case LIMIT_REACHED -> limitReached(fault, now);
            case SERVER_ERROR -> Answer.message(fault.statusOr(500), "An error has occurred.");
            case NOT_FOUND -> Answer.message(fault.statusOr(404), "No HTTP resource was found.");
            case REDIRECT -> Answer.text(302, "text/html", "").with(Map.of("Location", "/sandbox/login?returnUrl=%2F"));
            case HTML -> Answer.text(200, "text/html; charset=utf-8", LOGIN_PAGE);
            case BODY ->
                Answer.text(
                        fault.statusOr(400),
                        "text/html; charset=utf-8",
                        fault.variant() == null ? "" : fault.variant().replace("{key}", key));
            case CUT, ANSWER_LOST -> Answer.cut();
            case GARBLED ->
                same(right, right.bodyText().substring(0, right.bodyText().length() / 2));
            case EMPTY -> same(right, "");
            case OTHER_ID -> same(right, otherId(right.bodyText(), fault.variant()));
            default -> right;
        };
        return answer.with(right.stored());
    }

    /** What is stored of a POST under this fault. */
    static byte[] taken(Fault fault, byte[] body) {
        return fault.kind() == FaultKind.OTHER_VALUE && Wire.JSON.readTree(body) instanceof ObjectNode object
                ? object.put("EndMileage", object.path("EndMileage").asInt(0) + 1)
                        .toString()
                        .getBytes(StandardCharsets.UTF_8)
                : body;
    }

    private static Answer badRequest(Fault fault, Call call) {
        return call.kind() == Call.Kind.POST_SESSION
                ? Answer.invalid(Map.of("EndMileage", "The value is not acceptable for this vehicle."))
                : Answer.message(fault.statusOr(400), "The request is invalid.");
    }

    private Answer limitReached(Fault fault, Instant now) {
        var until = now.plusSeconds(fault.secondsOr(30));
        var headers = new LinkedHashMap<String, String>();
        switch (fault.variant() == null ? "retry-after" : fault.variant().toLowerCase(Locale.ROOT)) {
            case "retry-after" -> headers.put("Retry-After", Integer.toString(fault.secondsOr(30)));
            case "retry-date" ->
                headers.put("Retry-After", DateTimeFormatter.RFC_1123_DATE_TIME.format(until.atOffset(ZoneOffset.UTC)));
            case "reset" -> headers.putAll(limits.exhaustedUntil(until));
            default -> headers.put("X-RateLimit-Bare", "true");
        }
        return Answer.message(429, "API rate limit exceeded.").with(headers);
    }

    private static Answer same(Answer right, String body) {
        return Answer.text(right.status(), right.type(), body).with(right.headers());
    }

    private static String otherId(String body, @Nullable String given) {
        var id = given == null ? UUID.randomUUID().toString() : given;
        return switch (Wire.JSON.readTree(body)) {
            case ObjectNode object -> object.put("ID", id).toString();
            case ArrayNode array -> array.add(id).toString();
            default -> body;
        };
    }
}
