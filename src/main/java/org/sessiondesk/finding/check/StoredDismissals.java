package org.sessiondesk.finding.check;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sessiondesk.finding.check.LineVerdict.Which;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Dismissals fall when the session or a session right beside it in one of its lines has other values. */
@Component
class StoredDismissals {

    static final String OF = """
            select session_id, rule, field, vehicle_print, driver_print from dismissal where session_id = any(:ids)
            """;

    private static final String REMOVE = """
            with fallen as (
                delete from dismissal where session_id = any(:ids)
                returning session_id, rule, field)
            delete from finding_note n using fallen
            where n.session_id = fallen.session_id and n.about = fallen.rule || ' ' || fallen.field
            """;

    private final JdbcClient jdbc;

    StoredDismissals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes those away that no longer hold, and says of which sessions. */
    Set<UUID> letFall(Collection<LineVerdict> judged, Collection<UUID> sessions) {
        var prints = new HashMap<UUID, Map<Which, String>>();
        judged.forEach(one -> prints.computeIfAbsent(one.session(), _ -> new EnumMap<>(Which.class))
                .put(one.line(), one.print()));
        var fallen = new LinkedHashSet<UUID>();
        jdbc.sql(OF).param("ids", sessions.toArray(UUID[]::new)).query(row -> {
            var session = row.getObject("session_id", UUID.class);
            var now = prints.getOrDefault(session, Map.of());
            String vehicle = row.getString("vehicle_print");
            String driver = row.getString("driver_print");
            if (!now.getOrDefault(Which.VEHICLE, vehicle).equals(vehicle)
                    || !now.getOrDefault(Which.DRIVER, driver).equals(driver)) {
                fallen.add(session);
            }
        });
        if (!fallen.isEmpty()) {
            jdbc.sql(REMOVE).param("ids", fallen.toArray(UUID[]::new)).update();
        }
        return fallen;
    }
}
