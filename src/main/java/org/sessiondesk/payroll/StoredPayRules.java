package org.sessiondesk.payroll;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.payroll.PayStanding.SetRule;
import org.sessiondesk.worktime.DayRule;
import org.sessiondesk.worktime.DayRules;
import org.sessiondesk.worktime.HourRounding;
import org.sessiondesk.worktime.PayCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The settings as rows. */
@Repository
class StoredPayRules {

    /** Of a transaction: shared by those who count by the rules, alone for who changes them. */
    private static final long LOCK = 0x5041_5952L;

    private static final String ALL = """
            select p.period, p.week_start, p.a_first, p.rounding, p.set_by, p.set_at,
                   r.valid_from, r.rule, r.set_by as rule_set_by, r.set_at as rule_set_at
            from pay_setting p left join day_rule r on true
            order by r.valid_from
            """;

    private final JdbcClient jdbc;

    StoredPayRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row of both tables: the setting stands in each. */
    private record Row(
            PayCalendar calendar,
            HourRounding rounding,
            @Nullable UUID by,
            @Nullable Instant at,
            @Nullable SetRule rule) {}

    void hold() {
        jdbc.sql("select pg_advisory_xact_lock_shared(?)").param(LOCK).query(_ -> {});
    }

    void holdAlone() {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query(_ -> {});
    }

    PaySetting now() {
        return setting(rows());
    }

    PayStanding standing(LocalDate earliest, LocalDate today) {
        var rows = rows();
        return new PayStanding(setting(rows), rows.getFirst().by, rows.getFirst().at, rules(rows), earliest, today);
    }

    /** @param rule absent where none is needed any more: the one before says the same */
    void store(LocalDate from, @Nullable DayRule rule, UUID by, Instant at) {
        jdbc.sql("delete from day_rule where valid_from >= ?").param(from).update();
        if (rule != null) {
            jdbc.sql("insert into day_rule (valid_from, rule, set_by, set_at) values (?, ?, ?, ?)")
                    .params(from, rule.name(), by, at.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    void store(PayCalendar calendar, HourRounding rounding, UUID by, Instant at) {
        var columns = CalendarColumns.of(calendar);
        jdbc.sql("""
                        update pay_setting set period = :period, week_start = :weekStart, a_first = :aFirst,
                               rounding = :rounding, set_by = :by, set_at = :at
                        """)
                .param("period", columns.period())
                .param("weekStart", columns.weekStart())
                .param("aFirst", columns.aFirst())
                .param("rounding", rounding.name())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private List<Row> rows() {
        return jdbc.sql(ALL).query((row, _) -> row(row)).list();
    }

    private static Row row(ResultSet row) throws SQLException {
        var validFrom = row.getObject("valid_from", LocalDate.class);
        return new Row(
                new CalendarColumns(
                                row.getString("period"),
                                row.getObject("week_start", Integer.class),
                                row.getObject("a_first", LocalDate.class))
                        .calendar(),
                HourRounding.valueOf(row.getString("rounding")),
                row.getObject("set_by", UUID.class),
                instant(row, "set_at"),
                validFrom == null
                        ? null
                        : new SetRule(
                                validFrom,
                                DayRule.valueOf(row.getString("rule")),
                                row.getObject("rule_set_by", UUID.class),
                                Objects.requireNonNull(instant(row, "rule_set_at"))));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static PaySetting setting(List<Row> rows) {
        var since = new TreeMap<LocalDate, DayRule>();
        rules(rows).forEach(rule -> since.put(rule.validFrom(), rule.rule()));
        return new PaySetting(new DayRules(since), rows.getFirst().calendar, rows.getFirst().rounding);
    }

    private static List<SetRule> rules(List<Row> rows) {
        return rows.stream().map(Row::rule).filter(Objects::nonNull).toList();
    }
}
