package org.sessiondesk.signoff;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.sessiondesk.signoff.SignedOtherwise.Difference;
import org.sessiondesk.site.Site;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what of signed days isn't as it was signed. */
@Repository
class OtherwiseRows {

    /** Earlier days are in the report, period by period. */
    static final int DAYS = 31;

    /** What somebody decided to keep as it was signed, or still has to decide about, is told elsewhere. */
    static final String NEWEST = "select x.* from (" + SignedOtherwise.SQL + """
            ) x
            where not exists (select from late_change l join driver_session s on s.id = l.session_id
                where l.session_id = x.session_id
                  and (l.decision is null or l.decision = 'KEPT' and coalesce(l.version = s.version, true)))
            order by x.day desc, x.session_id limit :limit
            """;

    private final JdbcClient jdbc;
    private final Site site;
    private final InstantSource clock;

    OtherwiseRows(JdbcClient jdbc, Site site, InstantSource clock) {
        this.jdbc = jdbc;
        this.site = site;
        this.clock = clock;
    }

    List<SignedOtherwise> newest(int limit) {
        var today = LocalDate.ofInstant(clock.instant(), site.zone());
        return jdbc.sql(NEWEST)
                .param("zone", site.zone().getId())
                .param("first", today.minusDays(DAYS))
                .param("last", today)
                .param("limit", limit)
                .query((row, _) -> new SignedOtherwise(
                        Columns.id(row, "session_id"),
                        new DriverDay(Columns.id(row, "driver_id"), Columns.date(row, "day")),
                        Difference.valueOf(row.getString("difference"))))
                .list();
    }
}
