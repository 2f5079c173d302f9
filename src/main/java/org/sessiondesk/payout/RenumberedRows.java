package org.sessiondesk.payout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.sessiondesk.payout.PayExports.Asked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who was paid under another payroll number before: from rows as they were handed over. */
@Repository
class RenumberedRows {

    /** Of a driver's paid days the newest one's row, of an export before a number. */
    private static final String LAST = """
            cross join lateral (
                select p.day, p.export_number, p.payroll_number from pay_export_row p
                where p.driver_id = who.driver_id and p.payroll_number is not null and p.export_number < :number
                order by p.day desc, p.export_number desc limit 1) last
            """;

    static final String NOW = """
            select who.driver_id, coalesce(d.name, left(who.driver_id::text, 8)) as driver_name, last.day, last.export_number,
                last.payroll_number as before, who.number as now
            from payroll_number who
            """ + LAST + """
            left join driver d on d.ontime_id = who.driver_id
            where last.payroll_number <> who.number
            order by d.sort_name, who.driver_id
            """;

    static final String IN = """
            select who.driver_id, who.driver_name, last.day, last.export_number, last.payroll_number as before,
                who.payroll_number as now
            from (select distinct driver_id, driver_name, payroll_number from pay_export_row
                  where export_number = :number and payroll_number is not null) who
            """ + LAST + """
            where last.payroll_number <> who.payroll_number
            """;

    private static final String DUE = DueSql.DUE + """
            select distinct driver_id from due where driver_id = any(:drivers)
            """;

    private final JdbcClient jdbc;

    RenumberedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of whom something is due. What is due is asked only if anybody has another number at all. */
    List<Renumbered> due(Asked asked) {
        var all = query(NOW, Long.MAX_VALUE);
        if (all.isEmpty()) {
            return all;
        }
        var due = new HashSet<>(asked.bind(jdbc.sql(DUE))
                .param("drivers", all.stream().map(Renumbered::driverId).toArray(UUID[]::new))
                .query(UUID.class)
                .list());
        return all.stream().filter(one -> due.contains(one.driverId())).toList();
    }

    /** Those of an export that is made. */
    List<Renumbered> in(long export) {
        return query(IN, export);
    }

    private List<Renumbered> query(String sql, long number) {
        return jdbc.sql(sql)
                .param("number", number)
                .query((row, _) -> renumbered(row))
                .list();
    }

    private static Renumbered renumbered(ResultSet row) throws SQLException {
        return new Renumbered(
                row.getObject("driver_id", UUID.class),
                row.getString("driver_name"),
                row.getObject("day", LocalDate.class),
                row.getLong("export_number"),
                row.getString("before"),
                row.getString("now"));
    }
}
