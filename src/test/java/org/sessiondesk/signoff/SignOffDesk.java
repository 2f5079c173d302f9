package org.sessiondesk.signoff;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.finding.check.FindingDesk;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.session.SessionValues;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Drivers' days with sessions that came in and were judged, and what people do with them. */
@TestComponent
class SignOffDesk {

    static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    private final FindingDesk desk;
    private final SignOffs signOffs;
    private final JdbcClient jdbc;

    SignOffDesk(FindingDesk desk, SignOffs signOffs, JdbcClient jdbc) {
        this.desk = desk;
        this.signOffs = signOffs;
        this.jdbc = jdbc;
    }

    static Instant at(LocalDate day, String clock) {
        return day.atTime(LocalTime.parse(clock)).atZone(ZONE).toInstant();
    }

    /** In no vehicle, so without a distance. */
    static SessionValues shift(UUID driver, LocalDate day, String logIn, @Nullable String logOut) {
        var from = at(day, logIn);
        var to = logOut == null ? null : at(day, logOut);
        return new SessionValues(
                driver,
                null,
                LogInType.DRIVER,
                from,
                to != null && to.isBefore(from) ? at(day.plusDays(1), String.valueOf(logOut)) : to,
                null,
                null);
    }

    static SessionValues shift(UUID driver, LocalDate day, String logIn, String logOut, UUID van, int start, int end) {
        var shift = shift(driver, day, logIn, logOut);
        return new SessionValues(driver, van, LogInType.DRIVER, shift.logIn(), shift.logOut(), start, end);
    }

    UUID read(SessionValues values) {
        var session = desk.read(UUID.randomUUID(), values);
        desk.settle();
        return session;
    }

    DayToSign seen(UUID driver, LocalDate day, UUID... sessions) {
        return seen(driver, day, null, sessions);
    }

    DayToSign seen(UUID driver, LocalDate day, @Nullable String reason, UUID... sessions) {
        Map<UUID, Long> versions = new HashMap<>();
        Arrays.stream(sessions).forEach(id -> versions.put(id, desk.session(id).version()));
        return new DayToSign(new DriverDay(driver, day), versions, reason);
    }

    SignOutcome sign(UUID driver, LocalDate day, UUID... sessions) {
        return signOffs.sign(List.of(seen(driver, day, sessions))).getFirst();
    }

    UserSession record(UUID ontimeId, SessionValues values) {
        return desk.record(ontimeId, values);
    }

    void delivery(UUID session, String state) {
        jdbc.sql("""
                        insert into delivery (id, session_id, state, reason, first_queued_at, queued_at, state_changed_at, next_attempt_at)
                        values (?, ?, ?, 'GRACE', now(), now(), now(), now() + interval '1 day')
                        """).params(UUID.randomUUID(), session, state).update();
    }
}
