package org.sessiondesk.daycheck;

import java.sql.Date;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sessiondesk.site.Site;
import org.sessiondesk.worktime.PayPeriod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who usually works on which days, learnt from the same weekdays before: whose silence is worth a question. */
@Repository
public class UsualDays {

    private final JdbcClient jdbc;
    private final Site site;

    UsualDays(JdbcClient jdbc, Site site) {
        this.jdbc = jdbc;
        this.site = site;
    }

    /**
     * Somebody who usually works.
     *
     * @param sortedBy what the name is sorted by
     * @param days on which of those that were asked about
     */
    public record Usual(UUID driver, String name, String sortedBy, Set<LocalDate> days) {}

    /** Who usually works on any of these days. */
    public List<Usual> on(PayPeriod days) {
        return jdbc.sql(UsualSql.USUAL)
                .params(parameters(days, site.zone()))
                .query((row, _) -> new Usual(
                        row.getObject("driver_id", UUID.class),
                        row.getString("name"),
                        row.getString("sorted_by"),
                        Arrays.stream((Date[]) row.getArray("days").getArray())
                                .map(Date::toLocalDate)
                                .collect(Collectors.toSet())))
                .list();
    }

    static Map<String, Object> parameters(PayPeriod days, ZoneId zone) {
        return Map.of("first", days.first(), "last", days.last(), "zone", zone.getId());
    }
}
