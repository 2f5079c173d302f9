package org.sessiondesk.worklist;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** A filter as SQL over {@code driver_session s}, with its parameters. */
final class Conditions {

    private static final Pattern ONTIME_ID =
            Pattern.compile("\\{?([0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})}?");

    private final List<String> parts = new ArrayList<>(List.of("not s.discarded"));
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    private Conditions() {}

    static Conditions of(SessionFilter filter, Instant now) {
        var conditions = new Conditions();
        conditions.period(filter);
        if (filter.driver() != null) {
            conditions.add("s.driver_id = :driver", "driver", filter.driver());
        }
        if (filter.vehicle() != null) {
            conditions.add("s.vehicle_id = :vehicle", "vehicle", filter.vehicle());
        }
        if (filter.type() != null) {
            conditions.add("s.type = :type", "type", filter.type().name());
        }
        if (filter.mark() != null) {
            conditions.mark(filter.mark(), now);
        }
        if (filter.finding() != null) {
            conditions.finding(filter.finding(), now);
        }
        if (filter.sent() != null) {
            conditions.sent(filter.sent());
        }
        if (!filter.text().isEmpty()) {
            conditions.text(filter.text());
        }
        return conditions;
    }

    /** How old an open session may be before its log-out counts as forgotten. */
    static OffsetDateTime longestShiftBegan(Instant now) {
        return time(now.minus(Worklist.LONGEST_SHIFT));
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    String sql() {
        return String.join("\n  and ", parts);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private void period(SessionFilter filter) {
        if (filter.from() != null) {
            add("s.log_in_at >= :from", "from", time(filter.from()));
        }
        if (filter.to() != null) {
            add("s.log_in_at < :to", "to", time(filter.to()));
        }
    }

    private void mark(Mark mark, Instant now) {
        switch (mark) {
            case VANISHED -> parts.add("s.vanished_at is not null");
            case ODOMETER_BACKWARDS ->
                parts.add(
                        "s.distance < 0 and s.left_out_at is null and s.id not in (select n.session_id from reading_not_known n)");
            case LOG_OUT_MISSING -> add(WorklistSql.LOG_OUT_MISSING, "began", longestShiftBegan(now));
            case SIGNED -> parts.add(WorklistSql.SIGNED);
            case LEFT_OUT -> parts.add("s.left_out_at is not null");
            case EDITED -> parts.add("s.edited");
            case ADDED -> parts.add("s.added_by_office");
            case STILL_OUT ->
                add(
                        "s.log_out_at is null and s.left_out_at is null and not (" + WorklistSql.LOG_OUT_MISSING + ")",
                        "began",
                        longestShiftBegan(now));
        }
    }

    private void finding(FindingFilter finding, Instant now) {
        parameters.put("asOf", time(now));
        switch (finding.which()) {
            case ANY -> parts.add(WorklistSql.OPEN_PROBLEM + ")");
            case ERROR -> parts.add(WorklistSql.OPEN_PROBLEM + " and p.errors > 0)");
            case WARNING -> parts.add(WorklistSql.OPEN_PROBLEM + " and p.warnings > 0)");
            case PUT_ASIDE -> parts.add(WorklistSql.PUT_ASIDE);
            case DUE -> parts.add(WorklistSql.DUE_AGAIN);
            case DISMISSED -> parts.add(WorklistSql.DISMISSED);
            case NOT_KNOWN -> parts.add(WorklistSql.NOT_KNOWN);
            case RULE -> add(WorklistSql.OPEN_OF_RULE, "rule", String.valueOf(finding.rule()));
        }
    }

    /** Open states are found from their deliveries, which are few; settled ones from the session. */
    private void sent(SentState state) {
        switch (state) {
            case ACCEPTED, WITHDRAWN -> {
                parts.add(WorklistSql.NO_OPEN_DELIVERY);
                add(WorklistSql.NEWEST_DELIVERY + " = :sent", "sent", state.name());
            }
            case HELD -> parts.add(WorklistSql.GATE_CLOSED + " and " + WorklistSql.SENT_BY_OPEN + " = 'WAITING')");
            case WAITING ->
                parts.add("not " + WorklistSql.GATE_CLOSED + " and " + WorklistSql.SENT_BY_OPEN + " = 'WAITING')");
            case SENDING, UNCERTAIN, CONFLICT, REJECTED ->
                add(WorklistSql.SENT_BY_OPEN + " = :sent)", "sent", state.name());
        }
    }

    private void text(String text) {
        var id = ONTIME_ID.matcher(text);
        if (id.matches()) {
            add(
                    "(s.ontime_id = :id or s.driver_id = :id or s.vehicle_id = :id or s.id = :id)",
                    "id",
                    UUID.fromString(id.group(1)));
            return;
        }
        add(WorklistSql.NAMED_LIKE, "like", "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%");
    }

    private void add(String part, String name, Object value) {
        parts.add(part);
        parameters.put(name, value);
    }
}
