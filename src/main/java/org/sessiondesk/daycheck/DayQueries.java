package org.sessiondesk.daycheck;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.sessiondesk.worktime.DayRules;
import org.sessiondesk.worktime.Timesheet;
import org.sessiondesk.worktime.WorkDay;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the sessions of a day. */
@Repository
class DayQueries {

    private final JdbcClient jdbc;

    DayQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param sortedBy what the name of its driver or vehicle is sorted by */
    record Place(UUID session, String sortedBy) {}

    /** Every session that reaches into the day, and whatever of the same driver or vehicle lies over those. */
    Map<UUID, Place> places(WorkDay day, By by) {
        var places = new LinkedHashMap<UUID, Place>();
        jdbc.sql(by == By.DRIVER ? DaySql.BY_DRIVER : DaySql.BY_VEHICLE)
                .params(parameters(day))
                .query((row, _) -> new Place(row.getObject("id", UUID.class), row.getString("sorted_by")))
                .list()
                .forEach(place -> places.put(place.session(), place));
        return places;
    }

    static Map<String, Object> parameters(WorkDay day) {
        return Map.of(
                "start", time(day.start()),
                "end", time(day.end()),
                "earliest", time(day.start().minus(DayRules.LONGEST)),
                "latest", time(day.end().plus(DayRules.LONGEST)),
                "openSince", time(day.start().minus(Timesheet.LONGEST_OPEN)));
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
