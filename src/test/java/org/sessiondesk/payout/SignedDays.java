package org.sessiondesk.payout;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.signoff.DriverDay;
import org.sessiondesk.testing.TestDatabase;

/** Signed days put straight into the database: what counts there is told, no session is needed. */
public final class SignedDays {

    private final TestDatabase database;

    public SignedDays(TestDatabase database) {
        this.database = database;
    }

    /** A driver whom OnTime calls so. */
    public UUID driver(String name) {
        var id = UUID.randomUUID();
        database.sql().sql("""
                        insert into driver (ontime_id, name, sort_name, is_driver, record, read_at)
                        values (:id, :name, lower(:name), true, '{}', now())
                        """).param("id", id).param("name", name).update();
        return id;
    }

    public DriverDay sign(UUID driver, LocalDate day, Duration asDriver, @Nullable Long distance) {
        return sign(driver, day, asDriver, Duration.ZERO, distance);
    }

    public DriverDay sign(
            UUID driver, LocalDate day, Duration asDriver, Duration asDispatcher, @Nullable Long distance) {
        database.sql()
                .sql("""
                        insert into day_sign_off (id, driver_id, day, signed_by, signed_at, driver_seconds,
                            dispatcher_seconds, distance, sessions, without_distance)
                        values (gen_random_uuid(), :driver, :day, gen_random_uuid(), now(), :asDriver, :asDispatcher,
                            :distance, 1, :without)
                        """)
                .param("driver", driver)
                .param("day", day)
                .param("asDriver", asDriver.toSeconds())
                .param("asDispatcher", asDispatcher.toSeconds())
                .param("distance", distance)
                .param("without", distance == null ? 1 : 0)
                .update();
        return new DriverDay(driver, day);
    }

    /** Payroll calls the driver so from now on. */
    public void numbered(UUID driver, String number) {
        database.sql().sql("""
                        insert into payroll_number (driver_id, number, set_by, set_at)
                        values (:driver, :number, gen_random_uuid(), now())
                        on conflict (driver_id) do update set number = excluded.number
                        """).param("driver", driver).param("number", number).update();
    }

    /** The signature falls. */
    public void reopen(DriverDay day) {
        database.sql()
                .sql("""
                        update day_sign_off set reopened_by = gen_random_uuid(), reopened_at = now(), reopen_reason = 'test'
                        where driver_id = :driver and day = :day and reopened_at is null
                        """)
                .param("driver", day.driver())
                .param("day", day.day())
                .update();
    }

    /** No export and no signed day: exports look at all of them. */
    public void none() {
        database.sql()
                .sql("truncate pay_export_row, pay_export, signed_session, day_sign_off")
                .update();
    }
}
