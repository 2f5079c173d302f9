package org.sessiondesk.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.payroll.PayRules;
import org.sessiondesk.site.Site;
import org.sessiondesk.worktime.DayRules;
import org.sessiondesk.worktime.PayPeriod;
import org.sessiondesk.worktime.Shift;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Late differences about sessions. */
@Repository
class LateSessions {

    /** No session is looked for farther from its day. */
    private static final Duration LONGEST = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final PayRules payRules;
    private final Site site;

    LateSessions(JdbcClient jdbc, PayRules payRules, Site site) {
        this.jdbc = jdbc;
        this.payRules = payRules;
        this.site = site;
    }

    private record Row(LateDifference difference, String sortName) {

        private static final Comparator<Row> IN_ORDER = Comparator.comparing(
                        (Row row) -> row.difference().day())
                .thenComparing(Row::sortName)
                .thenComparing(
                        row -> row.difference().logIn(), Comparator.nullsLast(Comparator.<Instant>naturalOrder()));
    }

    /** Those of some days, by day. */
    List<LateDifference> of(PayPeriod days, int limit) {
        var rules = payRules.now().dayRules();
        var rows = new ArrayList<Row>();
        jdbc.sql(LateSql.WAITING)
                .param("from", at(days.first(), LONGEST.negated()))
                .param("to", at(days.last().plusDays(1), LONGEST))
                .param("limit", limit)
                .query(row -> {
                    var day = day(row, days, rules);
                    if (day != null) {
                        rows.add(row(row, day));
                    }
                });
        jdbc.sql(LateSql.NOT_AS_SETTLED)
                .param("zone", site.timeZone())
                .param("first", days.first())
                .param("last", days.last())
                .param("limit", limit)
                .query(row -> {
                    rows.add(row(row, Objects.requireNonNull(row.getObject("day", LocalDate.class))));
                });
        return rows.stream()
                .sorted(Row.IN_ORDER)
                .limit(limit)
                .map(Row::difference)
                .toList();
    }

    /** The first of these days on which it counts; null if it counts on none of them. */
    private @Nullable LocalDate day(ResultSet row, PayPeriod days, DayRules rules) throws SQLException {
        boolean here = row.getObject("settled_log_in_at") != null;
        var from = Objects.requireNonNull(instant(row, "log_in_at"));
        var until = instant(row, here ? "settled_log_out_at" : "now_log_out_at");
        var shift = new Shift(
                row.getObject("session_id", UUID.class),
                row.getString("settled_type").equals("DISPATCHER") ? Shift.Kind.DISPATCHER : Shift.Kind.DRIVER,
                from,
                until,
                null,
                true);
        return days.within(rules.daysOf(shift, site.zone())).findFirst().orElse(null);
    }

    private Row row(ResultSet row, LocalDate day) throws SQLException {
        var kind = LateKind.valueOf(row.getString("kind"));
        var settled = new ArrayList<String>();
        var now = new ArrayList<String>();
        switch (kind) {
            case NEW -> {
                settled.add("not in it");
                tellAll(now, row, "now");
            }
            case GONE -> {
                tellAll(settled, row, "settled");
                now.add("deleted in OnTime");
            }
            default -> {
                tell(settled, now, "driver", row.getString("settled_driver"), row.getString("now_driver"));
                tell(settled, now, "vehicle", row.getString("settled_vehicle"), row.getString("now_vehicle"));
                tell(settled, now, "as", type(row, "settled"), type(row, "now"));
                tell(settled, now, "log in", time(row, "settled_log_in_at"), time(row, "now_log_in_at"));
                tell(settled, now, "log out", time(row, "settled_log_out_at"), time(row, "now_log_out_at"));
                tell(settled, now, "start", number(row, "settled_start_mileage"), number(row, "now_start_mileage"));
                tell(settled, now, "end", number(row, "settled_end_mileage"), number(row, "now_end_mileage"));
            }
        }
        return new Row(
                new LateDifference(
                        kind,
                        row.getString("driver"),
                        day,
                        row.getObject("session_id", UUID.class),
                        row.getString("vehicle"),
                        instant(row, "log_in_at"),
                        String.join(", ", settled),
                        String.join(", ", now)),
                row.getString("sort_name"));
    }

    private static void tell(
            List<String> settled, List<String> now, String what, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            settled.add(what + " " + Objects.requireNonNullElse(before, "–"));
            now.add(what + " " + Objects.requireNonNullElse(after, "–"));
        }
    }

    /** Of one that has nothing to be compared with: from when until when, and what it drove. */
    private void tellAll(List<String> says, ResultSet row, String whose) throws SQLException {
        says.add("log in " + Objects.requireNonNullElse(time(row, whose + "_log_in_at"), "–"));
        says.add("log out " + Objects.requireNonNullElse(time(row, whose + "_log_out_at"), "–"));
        String start = number(row, whose + "_start_mileage");
        if (start != null) {
            says.add("start " + start);
        }
        String end = number(row, whose + "_end_mileage");
        if (end != null) {
            says.add("end " + end);
        }
    }

    private static @Nullable String type(ResultSet row, String whose) throws SQLException {
        String type = row.getString(whose + "_type");
        return type == null ? null : type.toLowerCase(Locale.ROOT);
    }

    private @Nullable String time(ResultSet row, String column) throws SQLException {
        var at = instant(row, column);
        return at == null
                ? null
                : DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.US).format(at.atZone(site.zone()));
    }

    private static @Nullable String number(ResultSet row, String column) throws SQLException {
        var number = row.getObject(column, Integer.class);
        return number == null ? null : String.format(Locale.US, "%,d", number);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private OffsetDateTime at(LocalDate day, Duration away) {
        return day.atStartOfDay(site.zone()).toInstant().plus(away).atOffset(ZoneOffset.UTC);
    }
}
