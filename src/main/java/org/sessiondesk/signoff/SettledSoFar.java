package org.sessiondesk.signoff;

import java.time.LocalDate;
import java.util.Optional;
import org.sessiondesk.payroll.LastSettledDay;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells how far days are settled, so that no rule changes by which one was counted. */
@Repository
class SettledSoFar implements LastSettledDay {

    private static final String LAST = """
            select greatest((select max(day) from day_sign_off where reopened_at is null),
                            (select max(last_day) from closed_period where reopened_at is null))
            """;

    private final JdbcClient jdbc;

    SettledSoFar(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<LocalDate> lastSettled() {
        return jdbc.sql(LAST)
                .query((row, _) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }
}
