package org.sessiondesk.payout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.sessiondesk.audit.TrailEnd;
import org.sessiondesk.payout.PaidDay.Pay;
import org.sessiondesk.payout.PayExports.Asked;
import org.sessiondesk.signoff.DriverDay;
import org.sessiondesk.worktime.HourRounding;
import org.sessiondesk.worktime.Hours;
import org.sessiondesk.worktime.PayPeriod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Exports and their rows in PostgreSQL; nothing of them is ever changed. What was never known may be known later. */
@Repository
class PayExportRows {

    /** Nobody else's key is of this class. */
    private static final int EXPORTS = 0x5165;

    private static final String EXPORT = """
            select number, first_day, last_day, made_by, made_at, rounding, rows, trail_entries, trail_chain, form
            from pay_export
            """;

    /** Who had no payroll number when it was made has the one that payroll gave them since. */
    static final String DAYS = """
            select r.driver_id, r.driver_name, coalesce(r.payroll_number, n.number) as payroll_number, r.day,
                r.driver_seconds, r.dispatcher_seconds, r.driver_minutes, r.dispatcher_minutes, r.distance,
                r.without_distance, r.export_before, r.driver_minutes_before, r.dispatcher_minutes_before,
                r.distance_before
            from pay_export_row r left join payroll_number n on n.driver_id = r.driver_id
            where r.export_number = :number and r.position > :after
            order by r.position
            limit :limit
            """;

    /** Not those whose pay was taken back. */
    static final String PAID_IN = """
            select driver_id, day, number
            from (select distinct on (day, driver_id) driver_id, day, export_number as number, driver_minutes,
                      dispatcher_minutes, distance
                  from pay_export_row
                  where day between :first and :last
                  order by day, driver_id, export_number desc) last
            where driver_minutes > 0 or dispatcher_minutes > 0 or distance is not null
            """;

    static final String HAVING = EXPORT + """
            where number in (select export_number from pay_export_row where day between :first and :last)
            order by number desc
            """;

    static final String ROUNDED_OTHERWISE = """
            select exists (select from pay_export_row where export_number = :number and rounded_to <> :step)
            """;

    private final JdbcClient jdbc;

    PayExportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends: numbers have no gaps, and no day is in two of them by chance. */
    void oneAtATime() {
        jdbc.sql("select pg_advisory_xact_lock(:exports, 0)")
                .param("exports", EXPORTS)
                .query(row -> {});
    }

    long next() {
        return jdbc.sql("select coalesce(max(number), 0) + 1 from pay_export")
                .query(Long.class)
                .single();
    }

    /** Both of one look: {@link Due} without what it leaves out. */
    record Look(DueSummary summary, List<PaidDay> late) {}

    Look look(long number, Asked asked, int limit) {
        return Objects.requireNonNull(asked.bind(jdbc.sql(DueSql.SUMMARY_AND_LATE))
                .param("limit", limit)
                .query((ResultSet row) -> {
                    row.next();
                    var summary = new DueSummary(
                            number,
                            row.getInt("days"),
                            row.getInt("drivers"),
                            row.getInt("late_days"),
                            row.getInt("without_number"),
                            row.getLong("mark"));
                    var late = new ArrayList<PaidDay>();
                    boolean more = row.getObject("driver_id") != null;
                    while (more) {
                        late.add(day(row));
                        more = row.next();
                    }
                    return new Look(summary, late);
                }));
    }

    /**
     * Stores an export with all that is due, however much, and says how many rows that are; none, and nothing is stored, if
     * that isn't what was seen.
     */
    long make(PayExport export, Asked asked, long mark) {
        return asked.bind(jdbc.sql(DueSql.MAKE))
                .param("mark", mark)
                .param("number", export.number())
                .param("by", export.by())
                .param("at", export.at().atOffset(ZoneOffset.UTC))
                .param("rounding", export.rounding().name())
                .param("form", export.form())
                .param("entries", export.trail().entries())
                .param("chain", HexFormat.of().parseHex(export.trail().chain()))
                .update();
    }

    List<PayExport> before(long number, int limit) {
        return jdbc.sql(EXPORT + "where number < :number order by number desc limit :limit")
                .param("number", number)
                .param("limit", limit)
                .query((row, _) -> export(row))
                .list();
    }

    List<PayExport> having(PayPeriod days) {
        return jdbc.sql(HAVING)
                .param("first", days.first())
                .param("last", days.last())
                .query((row, _) -> export(row))
                .list();
    }

    Optional<PayExport> find(long number) {
        return jdbc.sql(EXPORT + "where number = :number")
                .param("number", number)
                .query((row, _) -> export(row))
                .optional();
    }

    List<PaidDay> days(long number, long after, int limit) {
        return jdbc.sql(DAYS)
                .param("number", number)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> day(row))
                .list();
    }

    Map<DriverDay, Long> paidIn(PayPeriod days) {
        var paid = new HashMap<DriverDay, Long>();
        jdbc.sql(PAID_IN)
                .param("first", days.first())
                .param("last", days.last())
                .query(row -> {
                    paid.put(driverDay(row), row.getLong("number"));
                });
        return paid;
    }

    /** Days that were paid and whose signature fell since. */
    List<DriverDay> reopened() {
        return jdbc.sql(DueSql.REOPENED).query((row, _) -> driverDay(row)).list();
    }

    /** How many signed days of each day no export has, though one has days before it. */
    NavigableMap<LocalDate, Integer> skipped(PayPeriod shown) {
        var skipped = new TreeMap<LocalDate, Integer>();
        jdbc.sql(DueSql.SKIPPED)
                .param("first", shown.first())
                .param("last", shown.last())
                .query(row -> {
                    skipped.put(row.getObject("day", LocalDate.class), row.getInt("days"));
                });
        return skipped;
    }

    boolean roundedOtherwise(PayExport export) {
        return jdbc.sql(ROUNDED_OTHERWISE)
                .param("number", export.number())
                .param("step", export.rounding().step().toSeconds())
                .query(Boolean.class)
                .single();
    }

    private static DriverDay driverDay(ResultSet row) throws SQLException {
        return new DriverDay(row.getObject("driver_id", UUID.class), row.getObject("day", LocalDate.class));
    }

    private static PayExport export(ResultSet row) throws SQLException {
        return new PayExport(
                row.getLong("number"),
                new PayPeriod(row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class)),
                row.getObject("made_by", UUID.class),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                HourRounding.valueOf(row.getString("rounding")),
                row.getLong("rows"),
                new TrailEnd(row.getLong("trail_entries"), HexFormat.of().formatHex(row.getBytes("trail_chain"))),
                row.getInt("form"));
    }

    private static PaidDay day(ResultSet row) throws SQLException {
        return new PaidDay(
                row.getObject("driver_id", UUID.class),
                row.getString("driver_name"),
                row.getString("payroll_number"),
                row.getObject("day", LocalDate.class),
                Duration.ofSeconds(row.getLong("driver_seconds")),
                Duration.ofSeconds(row.getLong("dispatcher_seconds")),
                pay(row, ""),
                row.getObject("export_before", Long.class),
                pay(row, "_before"),
                row.getInt("without_distance"));
    }

    private static Pay pay(ResultSet row, String when) throws SQLException {
        return new Pay(
                new Hours(row.getLong("driver_minutes" + when)),
                new Hours(row.getLong("dispatcher_minutes" + when)),
                row.getObject("distance" + when, Long.class));
    }
}
