package org.sessiondesk.signoff;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.sessiondesk.payroll.PayRules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes whoever settles days and whoever changes what counts there wait for each other, until their transactions end. Taken
 * after the rows of sessions: first that of the rules by which days count (only by who settles), then that of all periods,
 * then those of drivers in their order: one day's hours hang on the next one's, so a lock is of all of a driver's days.
 */
@Component
class DayLocks {

    private static final String PERIODS = "signoff periods";

    private static final String SHARED = """
            select pg_advisory_xact_lock_shared(hashtextextended(key, 0)) from unnest(cast(:keys as text[])) as key
            """;

    private static final String ALONE = "select pg_advisory_xact_lock(hashtextextended(:key, 0))";

    private final JdbcClient jdbc;
    private final PayRules payRules;

    DayLocks(JdbcClient jdbc, PayRules payRules) {
        this.jdbc = jdbc;
        this.payRules = payRules;
    }

    /** Somebody asks whether these are settled, and changes something there if they aren't. */
    void ask(Collection<DriverDay> days) {
        share(Stream.concat(Stream.of(PERIODS), keys(days)));
    }

    /** Somebody settles or opens this one. */
    void settle(DriverDay day) {
        settle(List.of(day));
    }

    /** As {@link #settle(DriverDay)}, where one act is about several. */
    void settle(Collection<DriverDay> days) {
        payRules.hold();
        share(Stream.of(PERIODS));
        keys(days).forEach(this::have);
    }

    /** Somebody closes or opens a period. */
    void settlePeriods() {
        payRules.hold();
        have(PERIODS);
    }

    private void share(Stream<String> keys) {
        jdbc.sql(SHARED).param("keys", keys.toArray(String[]::new)).query(row -> {});
    }

    private void have(String key) {
        jdbc.sql(ALONE).param("key", key).query(row -> {});
    }

    private static Stream<String> keys(Collection<DriverDay> days) {
        return days.stream().map(day -> "signoff " + day.driver()).distinct().sorted();
    }
}
