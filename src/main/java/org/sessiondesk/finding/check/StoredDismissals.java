package org.sessiondesk.finding.check;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.finding.check.LineVerdict.Which;
import org.sessiondesk.judge.Finding;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.judge.Severity;
import org.sessiondesk.session.SessionField;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Dismissals fall when the session or one that stood right beside it in one of its lines has other values. Where nobody
 * stood somebody may come: most sessions are the last of their driver. Then it falls when the finding says something else.
 */
@Component
class StoredDismissals {

    static final String OF = """
            select d.session_id, d.rule, d.field, d.vehicle_print, d.driver_print, f.severity, f.seen, f.contradicts, f.bound
            from dismissal d
            left join finding f on f.session_id = d.session_id and f.rule = d.rule and f.field = d.field
            where d.session_id = any(:ids)
            """;

    private static final String REMOVE = """
            with fallen as (
                delete from dismissal where (session_id, rule, field) in (
                    select * from unnest(cast(:sessions as uuid[]), cast(:rules as text[]), cast(:fields as text[])))
                returning session_id, rule, field)
            delete from finding_note n using fallen
            where n.session_id = fallen.session_id and n.about = fallen.rule || ' ' || fallen.field
            """;

    private final JdbcClient jdbc;

    StoredDismissals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a person looked at who dismissed a finding. */
    private record Said(
            Severity severity,
            @Nullable Long seen,
            @Nullable UUID contradicts,
            @Nullable Long bound) {

        static Said of(Severity severity, @Nullable Long seen, @Nullable UUID contradicts, @Nullable Long bound) {
            // What no other session says is usual, or the site's limit: that moves with every session, and counts for
            // none.
            return new Said(severity, seen, contradicts, contradicts == null ? null : bound);
        }
    }

    /** @param said none while the finding doesn't stand */
    private record Dismissal(
            UUID session,
            Rule rule,
            SessionField field,
            String inVehicle,
            String inDriver,
            @Nullable Said said) {

        boolean open() {
            return Prints.open(inVehicle) || Prints.open(inDriver);
        }
    }

    /**
     * Takes those away that no longer hold, and says of which sessions.
     *
     * @param told what is found now of those sessions of which the judge says something else than is stored
     */
    Set<UUID> letFall(Collection<LineVerdict> judged, Map<UUID, List<Finding>> told) {
        var verdicts = new HashMap<UUID, Map<Which, LineVerdict>>();
        judged.forEach(one -> verdicts.computeIfAbsent(one.session(), _ -> new EnumMap<>(Which.class))
                .put(one.line(), one));
        var fallen = jdbc
                .sql(OF)
                .param("ids", verdicts.keySet().toArray(UUID[]::new))
                .query((row, _) -> dismissal(row))
                .list()
                .stream()
                .filter(one -> !holds(one, verdicts.getOrDefault(one.session(), Map.of()), told.get(one.session())))
                .toList();
        remove(fallen);
        var sessions = new LinkedHashSet<UUID>();
        fallen.forEach(one -> sessions.add(one.session()));
        return sessions;
    }

    private static boolean holds(Dismissal dismissal, Map<Which, LineVerdict> verdicts, @Nullable List<Finding> told) {
        var vehicle = verdicts.get(Which.VEHICLE);
        var driver = verdicts.get(Which.DRIVER);
        return (vehicle == null || Prints.holds(dismissal.inVehicle(), vehicle.print()))
                && (driver == null || Prints.holds(dismissal.inDriver(), driver.print()))
                && (told == null || !dismissal.open() || Objects.equals(dismissal.said(), said(dismissal, told)));
    }

    private static @Nullable Said said(Dismissal dismissal, List<Finding> told) {
        return told.stream()
                .filter(one -> one.rule() == dismissal.rule() && one.field() == dismissal.field())
                .findFirst()
                .map(one -> Said.of(one.severity(), one.seen(), one.contradicts(), one.bound()))
                .orElse(null);
    }

    private void remove(List<Dismissal> fallen) {
        if (!fallen.isEmpty()) {
            jdbc.sql(REMOVE)
                    .param("sessions", Columns.uuids(fallen, Dismissal::session))
                    .param("rules", Columns.texts(fallen, Dismissal::rule))
                    .param("fields", Columns.texts(fallen, Dismissal::field))
                    .update();
        }
    }

    private static Dismissal dismissal(ResultSet row) throws SQLException {
        String severity = row.getString("severity");
        return new Dismissal(
                row.getObject("session_id", UUID.class),
                Rule.valueOf(row.getString("rule")),
                SessionField.valueOf(row.getString("field")),
                row.getString("vehicle_print"),
                row.getString("driver_print"),
                severity == null
                        ? null
                        : Said.of(
                                Severity.valueOf(severity),
                                row.getObject("seen", Long.class),
                                row.getObject("contradicts", UUID.class),
                                row.getObject("bound", Long.class)));
    }
}
