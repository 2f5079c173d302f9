package org.sessiondesk.daycheck;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.SessionValues;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Drivers, vans and their sessions on days of the test site, told by its clock. */
public final class SomeDays {

    public static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    private static final AtomicInteger VANS = new AtomicInteger(1_000);

    private static final AtomicInteger MONTHS_GIVEN = new AtomicInteger();

    /** A Monday. */
    private static final LocalDate FIRST = LocalDate.of(1985, 1, 7);

    /** Enough for the weeks before that say who usually works, and for those after. */
    private static final int WEEKS_EACH = 20;

    /** Longer than any test that asks for it takes. */
    private static final Duration LONGEST_TEST = Duration.ofMinutes(3);

    /** Where the odometer stands unless a test says otherwise. */
    private static final int START = 1_000;

    private final JdbcClient jdbc;
    private final BiFunction<UUID, SessionValues, UUID> ontime;

    /** @param ontime says what OnTime has under an ID of its own, and returns the session's id here */
    public SomeDays(JdbcClient jdbc, BiFunction<UUID, SessionValues, UUID> ontime) {
        this.jdbc = jdbc;
        this.ontime = ontime;
    }

    /** A Monday amid weeks that no other test of this process is given: classes share a portal. */
    public static LocalDate unusedMonday() {
        return FIRST.plusWeeks((long) WEEKS_EACH * MONTHS_GIVEN.incrementAndGet());
    }

    /** The site's day. Shortly before midnight that is waited for: the day doesn't end while a test is at it. */
    public static LocalDate today() {
        await().atMost(LONGEST_TEST.plusMinutes(1))
                .until(() -> LocalDate.ofInstant(Instant.now().plus(LONGEST_TEST), ZONE)
                        .equals(LocalDate.now(ZONE)));
        return LocalDate.now(ZONE);
    }

    public UUID driver(String name) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into driver (ontime_id, name, sort_name, is_driver, record, read_at)
                        values (?, ?, ?, true, '{}', now())
                        """).params(id, name, name.toLowerCase(Locale.ROOT)).update();
        return id;
    }

    public UUID vehicle() {
        var id = UUID.randomUUID();
        String name = "Van " + VANS.incrementAndGet();
        jdbc.sql("""
                        insert into vehicle (ontime_id, name, sort_name, fleet_id, company, record, read_at)
                        values (?, ?, ?, ?, true, '{}', now())
                        """).params(id, name, name.toLowerCase(Locale.ROOT), name).update();
        return id;
    }

    /** In a van that nobody else drives. */
    public UUID read(UUID driver, LocalDate date, String logIn, @Nullable String logOut, @Nullable Integer distance) {
        return read(driver, date, logIn, logOut, distance, UUID.randomUUID());
    }

    public UUID read(
            UUID driver,
            LocalDate date,
            String logIn,
            @Nullable String logOut,
            @Nullable Integer distance,
            @Nullable UUID vehicle) {
        return read(driver, date, logIn, logOut, distance, vehicle, START);
    }

    /**
     * @param logOut a clock time before the log-in is the next day's; null while it is open
     * @param distance null where nothing is recorded
     */
    public UUID read(
            UUID driver,
            LocalDate date,
            String logIn,
            @Nullable String logOut,
            @Nullable Integer distance,
            @Nullable UUID vehicle,
            int start) {
        var from = at(date, logIn);
        var to = logOut == null ? null : at(date, logOut);
        if (to != null && to.isBefore(from)) {
            to = at(date.plusDays(1), Objects.requireNonNull(logOut));
        }
        return ontime.apply(
                UUID.randomUUID(),
                new SessionValues(
                        driver,
                        vehicle,
                        LogInType.DRIVER,
                        from,
                        to,
                        distance == null ? null : start,
                        distance == null || to == null ? null : start + distance));
    }

    /** A delivery of the session that stands so. */
    public void delivery(UUID session, String state) {
        jdbc.sql("""
                        insert into delivery (id, session_id, state, reason, first_queued_at, queued_at, state_changed_at, next_attempt_at)
                        values (?, ?, ?, 'GRACE', now(), now(), now(), now() + interval '1 day')
                        """).params(UUID.randomUUID(), session, state).update();
    }

    public static Instant at(LocalDate date, String clock) {
        return date.atTime(LocalTime.parse(clock)).atZone(ZONE).toInstant();
    }
}
