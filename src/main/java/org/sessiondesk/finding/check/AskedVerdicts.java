package org.sessiondesk.finding.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.LineSession;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Verdicts for which other vehicles were asked: they hang on what stands there at that time. */
@Component
class AskedVerdicts {

    static final String ABOUT = """
            select distinct v.session_id
            from unnest(cast(cast(:from as text[]) as timestamptz[]), cast(cast(:until as text[]) as timestamptz[])) as m (since, until)
            join line_verdict v on v.asked_from is not null
                and tstzrange(v.asked_from, v.asked_until, '[]') && tstzrange(m.since, m.until, '[]')
            """;

    private final JdbcClient jdbc;

    AskedVerdicts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose verdicts hang on a place in a vehicle's line, or on a neighbour of it that has a reading. */
    Collection<UUID> about(Set<Place> places, Lines lines) {
        if (places.isEmpty()) {
            return List.of();
        }
        var from = new ArrayList<@Nullable Instant>();
        var until = new ArrayList<@Nullable Instant>();
        for (var place : places) {
            from.add(logIn(lines.lastBefore(place, AskedVerdicts::reads)));
            until.add(logIn(lines.firstAfter(place, AskedVerdicts::reads)));
        }
        return jdbc.sql(ABOUT)
                .param("from", Columns.texts(from, time -> time))
                .param("until", Columns.texts(until, time -> time))
                .query(UUID.class)
                .list();
    }

    Collection<UUID> all() {
        return jdbc.sql("select session_id from line_verdict where asked_from is not null")
                .query(UUID.class)
                .list();
    }

    /** None means from ever, or for ever. */
    private static @Nullable Instant logIn(@Nullable LineSession session) {
        return session == null ? null : session.values().logIn();
    }

    private static boolean reads(LineSession session) {
        return reads(session.values().startMileage(), session.startNotKnown())
                || reads(session.values().endMileage(), session.endNotKnown());
    }

    private static boolean reads(@Nullable Integer reading, boolean notKnown) {
        return reading != null && reading > 0 && !notKnown;
    }
}
