package org.sessiondesk.finding.check;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One row for each session with open findings, kept in the order in which a person takes them. */
@Component
public class Problems {

    static final String HAVE_ONE = "select session_id from problem where session_id = any(:ids)";

    static final String PUT = """
            insert into problem (session_id, hanging, errors, warnings, vehicle_id, log_in_at, aside_until)
            select s.id, (select count(*) from finding h where h.contradicts = s.id and not h.dismissed),
                   o.errors, o.warnings, coalesce(s.vehicle_id, '00000000-0000-0000-0000-000000000000'), s.log_in_at,
                   (select a.aside_until from put_aside a where a.session_id = s.id)
            from (select f.session_id, count(*) filter (where f.severity = 'ERROR') as errors,
                         count(*) filter (where f.severity = 'WARNING') as warnings
                  from finding f where f.session_id = any(:ids) and not f.dismissed
                  group by f.session_id) o
            join driver_session s on s.id = o.session_id and s.log_in_at is not null
            on conflict (session_id) do update
            set hanging = excluded.hanging, errors = excluded.errors, warnings = excluded.warnings,
                vehicle_id = excluded.vehicle_id, log_in_at = excluded.log_in_at, aside_until = excluded.aside_until
            where (problem.hanging, problem.errors, problem.warnings, problem.vehicle_id, problem.log_in_at)
                      is distinct from
                  (excluded.hanging, excluded.errors, excluded.warnings, excluded.vehicle_id, excluded.log_in_at)
               or problem.aside_until is distinct from excluded.aside_until
            """;

    /** With the last one goes what was said of putting it aside: a later one is nothing that anybody has looked at. */
    private static final String REMOVE = """
            with gone as (
                delete from problem p where p.session_id = any(:ids)
                  and not exists (select from finding f where f.session_id = p.session_id and not f.dismissed)
                returning p.session_id),
            back as (delete from put_aside a using gone where a.session_id = gone.session_id)
            delete from finding_note n using gone where n.session_id = gone.session_id and n.about = 'ASIDE'
            """;

    private final JdbcClient jdbc;

    Problems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether something open stands on a session. */
    public boolean standsOn(UUID session) {
        return jdbc.sql("select exists (select from problem where session_id = ?)")
                .param(session)
                .query(Boolean.class)
                .single();
    }

    /** Brings the rows of these sessions up to what their findings say. */
    public void bring(Collection<UUID> touched) {
        if (!touched.isEmpty()) {
            UUID[] ids = touched.toArray(UUID[]::new);
            jdbc.sql(REMOVE).param("ids", ids).update();
            jdbc.sql(PUT).param("ids", ids).update();
        }
    }

    /** As {@link #bring(Collection)}, with those that may stand at another place, if they have a row. */
    void bring(Collection<UUID> touched, Collection<UUID> moved) {
        var all = new LinkedHashSet<>(touched);
        if (!moved.isEmpty()) {
            all.addAll(jdbc.sql(HAVE_ONE)
                    .param("ids", moved.toArray(UUID[]::new))
                    .query(UUID.class)
                    .list());
        }
        bring(all);
    }
}
