package org.sessiondesk.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.sandbox.OnTimeSandbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What stands in the database, in OnTime's stand-in and its log of requests, and in the trail, by plain SQL and HTTP: no
 * class of the portal. In this run only an end mileage is ever corrected, always to a higher one, and nobody changes
 * anything in OnTime.
 */
final class ChaosEvidence {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int AT_FIRST = 52_398;

    private static final String ATTEMPTS = """
             from delivery_attempt a join delivery d on d.id = a.delivery_id where d.session_id = any(:sessions)
            """;

    private final JdbcClient sql;
    private final Map<UUID, Integer> expected;
    private final long corrections;
    private final Map<UUID, JsonNode> held = new HashMap<>();
    private final List<JsonNode> requests;
    private final List<Row> rows;
    private final Set<String> takenOver;
    private long overtaken;
    private long outOfOrder;

    private record Row(UUID id, @Nullable UUID ontimeId, UUID driver, boolean added, int endMileage) {}

    /**
     * @param folder of the stand-in, with its log
     * @param expected the last value that each session was given
     * @param corrections how many were saved, sessions added here included
     */
    ChaosEvidence(JdbcClient sql, Path folder, OnTimeSandbox ontime, Map<UUID, Integer> expected, long corrections) {
        this.sql = sql;
        this.expected = expected;
        this.corrections = corrections;
        ontime.sessions()
                .forEach(record -> held.put(UUID.fromString(record.path("ID").asString()), record));
        this.requests = log(folder.resolve("requests.jsonl"));
        this.rows = rows();
        this.takenOver = takenOver();
        order();
    }

    /** What must be 0 each. */
    Map<String, Long> wrong() {
        var lines = new LinkedHashMap<String, Long>();
        lines.put("lost: the last value isn't in OnTime", count(row -> inOnTime(row) != wanted(row)));
        lines.put("lost: the last value isn't in the database", count(row -> row.endMileage() != wanted(row)));
        lines.put("lost: corrections without their row or their entry in the trail", missing());
        lines.put("lost: corrections that no accepted delivery carried", carriedByNone());
        lines.put("doubled creates", doubled());
        lines.put(
                "out of order: an older value stored after a newer one, by a sender that nobody had taken over",
                outOfOrder);
        lines.put("superseded results applied", superseded());
        lines.put("own old values taken for a change in OnTime", takenForOnTimes());
        lines.put("deliveries accepted not exactly once in the trail", notOnce());
        lines.put("left to a person", open());
        lines.put("entries of the trail that don't follow from the one before", broken());
        return lines;
    }

    /** How much happened. */
    Map<String, String> counts() {
        var lines = new LinkedHashMap<String, String>();
        lines.put("deliveries", number("select count(*) from delivery where session_id = any(:sessions)") + "");
        lines.put("attempts", number("select count(*)" + ATTEMPTS) + "");
        lines.put("… without a usable answer", unusable("a.outcome in ('UNKNOWN', 'TRY_LATER')"));
        lines.put(
                "… given up because their sender was dead or frozen",
                unusable("a.outcome in ('UNKNOWN', 'NOT_SENT') and a.words is null"));
        lines.put("… answered, or found in OnTime, after another had taken over", unusable("a.late_at is not null"));
        lines.put("older values that such a one left in OnTime for a while, sent over since", overtaken + "");
        var posts = requests.stream().filter(each -> is(each, "POST")).toList();
        lines.put("POSTs", posts.size() + "");
        lines.put("GETs", requests.size() - posts.size() + "");
        lines.put(
                "calls struck by a fault while there were any",
                share(amidFaults(), each -> struck(each, "ANSWER_LOST", false)));
        lines.put("POSTs whose answers were lost", share(posts, each -> struck(each, "ANSWER_LOST", true)));
        lines.put("entries in the trail", number("select count(*) from audit_entry") + "");
        return lines;
    }

    private String unusable(String which) {
        return number("select count(*)" + ATTEMPTS + " and " + which) + "";
    }

    private static boolean struck(JsonNode request, String kind, boolean that) {
        var fault = request.path("fault").asString("");
        return !fault.isEmpty() && fault.equals(kind) == that;
    }

    private static String share(List<JsonNode> all, Predicate<JsonNode> which) {
        long those = all.stream().filter(which).count();
        return String.format(Locale.ROOT, "%d (%.1f %%)", those, 100.0 * those / Math.max(all.size(), 1));
    }

    /** From the first call that was struck to the last. */
    private List<JsonNode> amidFaults() {
        int first = 0;
        int last = 0;
        for (int i = 0; i < requests.size(); i++) {
            if (!requests.get(i).path("fault").asString("").isEmpty()) {
                first = first == 0 ? i : first;
                last = i;
            }
        }
        return requests.subList(first, last);
    }

    private static List<JsonNode> log(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.<JsonNode>map(JSON::readTree).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Row> rows() {
        return sql
                .sql("""
                        select id, ontime_id, driver_id, added_by_office, coalesce(end_mileage, %d) as end_mileage
                        from driver_session
                        """.formatted(AT_FIRST))
                .query((row, n) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getObject("ontime_id", UUID.class),
                        row.getObject("driver_id", UUID.class),
                        row.getBoolean("added_by_office"),
                        row.getInt("end_mileage")))
                .list()
                .stream()
                .filter(row -> expected.containsKey(row.id()))
                .toList();
    }

    /** Session and value of tries that were still under way when another took over. */
    private Set<String> takenOver() {
        return new HashSet<>(
                sql.sql("""
                        select ontime_id || ' ' || coalesce(nullif(request_text::jsonb ->> 'EndMileage', '0'), '%d')
                        from driver_session s join delivery d on d.session_id = s.id
                             join delivery_attempt a on a.delivery_id = d.id
                        where ontime_id is not null and request_text is not null and outcome = 'UNKNOWN'
                          and (status is null or late_at is not null)
                        """.formatted(AT_FIRST)).query(String.class).list());
    }

    private long count(Predicate<Row> check) {
        return rows.stream().filter(check).count() + (expected.size() - rows.size());
    }

    private int wanted(Row row) {
        return Objects.requireNonNull(expected.get(row.id()));
    }

    private int inOnTime(Row row) {
        var record = row.ontimeId() == null ? null : held.get(row.ontimeId());
        return record == null ? -1 : endMileage(record);
    }

    private static int endMileage(JsonNode record) {
        var value = record.path("EndMileage").asInt(0);
        return value == 0 ? AT_FIRST : value;
    }

    private long missing() {
        long inTrail = number("""
                select count(*) from audit_entry join audit_subject s using (position)
                where action in ('session.corrected', 'session.added')
                  and s.kind = 'session' and s.id in (select x::text from unnest(:sessions) x)
                """);
        long inRows = number("select count(*) from correction where session_id = any(:sessions)");
        return Math.abs(corrections - inRows) + Math.abs(corrections - inTrail);
    }

    private long carriedByNone() {
        return number("""
                select count(*) from correction c
                where session_id = any(:sessions) and not exists (
                    select from delivery_correction l join delivery d on d.id = l.delivery_id
                    where l.correction_id = c.id and d.state = 'ACCEPTED')
                """);
    }

    private long doubled() {
        var perDriver = new HashMap<String, Integer>();
        held.values().forEach(record -> perDriver.merge(record.path("UserID").asString(), 1, Integer::sum));
        return rows.stream()
                .filter(Row::added)
                .mapToLong(row -> perDriver.getOrDefault(row.driver().toString(), 1) - 1L)
                .sum();
    }

    /** Goes through all that OnTime stored, session by session. */
    private void order() {
        var highest = new HashMap<UUID, Integer>();
        var ours = new HashSet<UUID>();
        rows.forEach(row -> ours.add(row.ontimeId()));
        for (var each : requests) {
            if (!each.path("stored").asBoolean()) {
                continue;
            }
            var id = UUID.fromString(each.path("session").asString());
            int value = endMileage(JSON.readTree(each.path("body").asString()));
            if (ours.contains(id) && value < highest.getOrDefault(id, AT_FIRST)) {
                if (takenOver.contains(id + " " + value)) {
                    overtaken++;
                } else {
                    outOfOrder++;
                }
            }
            highest.merge(id, value, Math::max);
        }
    }

    /** What the trail says was accepted never goes back to an older version of the session. */
    private long superseded() {
        return number("""
                select count(*) from (
                    select version, max(version) over (partition by session order by position
                                                       rows between unbounded preceding and 1 preceding) as newest_before
                    from (select position, s.id as session,
                                 (convert_from(bytes, 'UTF8')::jsonb -> 'details' ->> 'version')::bigint as version
                          from audit_entry join audit_subject s using (position)
                          where action = 'delivery.accepted' and s.kind = 'session'
                            and s.id in (select x::text from unnest(:sessions) x)) accepted) ordered
                where version < newest_before
                """);
    }

    /** Nobody changed anything there: after the first reading of a session no other one may say so. */
    private long takenForOnTimes() {
        return number("""
                select count(*) from audit_entry join audit_subject s using (position)
                where action = 'session.read' and s.kind = 'session' and s.id in (select x::text from unnest(:sessions) x)
                  and (convert_from(bytes, 'UTF8')::jsonb -> 'details' ->> 'added')::int = 0
                """);
    }

    private long notOnce() {
        return number("""
                select count(*) from delivery d
                where session_id = any(:sessions) and state = 'ACCEPTED' and 1 <> (
                    select count(*) from audit_entry join audit_subject using (position)
                    where kind = 'delivery' and id = d.id::text and action = 'delivery.accepted')
                """);
    }

    private long open() {
        return number("""
                select count(*) from delivery
                where session_id = any(:sessions) and state not in ('ACCEPTED', 'WITHDRAWN')
                """);
    }

    /** As docs/audit-format.md tells anybody to check it. */
    private long broken() {
        return number("""
                select count(*) from (
                    select position, chain, row_number() over (order by position) as n,
                           sha256(lag(chain, 1, decode(repeat('00', 32), 'hex')) over (order by position)
                                  || sha256(decode('00', 'hex') || bytes)) as recomputed
                    from audit_entry) entry
                where chain <> recomputed or position <> n
                """);
    }

    private static boolean is(JsonNode request, String method) {
        return request.path("method").asString().equals(method);
    }

    private long number(String query) {
        var statement = sql.sql(query.replace(":sessions", ":sessions::uuid[]"));
        return (query.contains(":sessions")
                        ? statement.param(
                                "sessions",
                                expected.keySet().stream().map(UUID::toString).toArray(String[]::new))
                        : statement)
                .query(Long.class)
                .single();
    }
}
