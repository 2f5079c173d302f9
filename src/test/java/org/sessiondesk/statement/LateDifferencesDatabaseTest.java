package org.sessiondesk.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.finding.check.FindingDesk;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.payout.PayExports;
import org.sessiondesk.payout.SignedDays;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.site.Site;
import org.sessiondesk.table.TableFormat;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.testing.TestDatabase;
import org.sessiondesk.worktime.PayPeriod;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;

@DatabaseTest
@Import(FindingDesk.class)
class LateDifferencesDatabaseTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-06-01");
    private static final PayPeriod WEEK = new PayPeriod(MONDAY, MONDAY.plusDays(6));

    @Autowired
    private LateDifferences late;

    @Autowired
    private PayExports exports;

    @Autowired
    private FindingDesk desk;

    @Autowired
    private Site site;

    private final TestDatabase database;
    private final SignedDays days;

    LateDifferencesDatabaseTest(@Autowired TestDatabase database) {
        this.database = database;
        this.days = new SignedDays(database);
    }

    @BeforeEach
    void anAdministrator() {
        days.none();
        FindingDesk.signIn(Role.ADMINISTRATOR);
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void late_differences_say_what_waits_what_is_unlike_the_signature_and_what_is_unpaid() throws IOException {
        var ruiz = days.driver("Ruiz, Marco");
        var values = shift(ruiz);
        var from = Objects.requireNonNull(values.logIn());
        var until = Objects.requireNonNull(values.logOut());
        var session = desk.read(UUID.randomUUID(), values);
        desk.settle();
        days.sign(ruiz, MONDAY, Duration.ofMinutes(480), 88L);
        exports.make(WEEK, exports.due(WEEK, 0).summary());
        database.sql()
                .sql("""
                        insert into signed_session (sign_off_id, session_id, version, type, log_in_at, log_out_at, end_mileage)
                        select id, :session, 99, 'DRIVER', :logIn, :logOut, 77 from day_sign_off where driver_id = :driver
                        """)
                .param("session", session)
                .param("driver", ruiz)
                .param("logIn", Timestamp.from(from))
                .param("logOut", Timestamp.from(until))
                .update();
        database.sql()
                .sql("""
                        insert into late_change (id, session_id, kind, noticed_at, driver_id, type, log_in_at, log_out_at)
                        values (gen_random_uuid(), :session, 'CHANGED', now(), :driver, 'DRIVER', :logIn, :logOut)
                        """)
                .param("session", session)
                .param("driver", ruiz)
                .param("logIn", Timestamp.from(from))
                .param("logOut", Timestamp.from(until.plusSeconds(1800)))
                .update();
        days.sign(ruiz, MONDAY.plusDays(1), Duration.ofMinutes(60), null);

        assertThat(late.ofSessions(WEEK, 10))
                .extracting(LateDifference::kind, LateDifference::settled, LateDifference::now)
                .containsExactly(
                        tuple(LateKind.CHANGED, "log out 2026-06-01 16:00:00", "log out 2026-06-01 16:30:00"),
                        tuple(LateKind.NOT_AS_SIGNED, "end 77", "end –"));
        assertThat(late.ofSessions(WEEK, 1)).extracting(LateDifference::kind).containsExactly(LateKind.CHANGED);
        database.sql()
                .sql("update driver_session set vanished_at = now() where id = ?")
                .param(session)
                .update();
        assertThat(late.ofSessions(WEEK, 10))
                .filteredOn(one -> one.kind() == LateKind.NOT_AS_SIGNED)
                .extracting(LateDifference::now)
                .containsExactly("driver –, as –, log in –, log out –, end –");
        database.sql()
                .sql("update driver_session set vanished_at = null where id = ?")
                .param(session)
                .update();
        var out = new ByteArrayOutputStream();
        late.write(WEEK, TableFormat.CSV, ReportsDatabaseTest.CODES, out, (rows, of) -> {});
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(3);
        database.sql().sql("delete from late_change").update();
    }

    @Test
    void what_counts_on_a_signed_day_without_being_in_it_is_told_once() {
        var ruiz = days.driver("Ruiz, Marco");
        days.sign(ruiz, MONDAY, Duration.ofMinutes(480), null);
        desk.read(UUID.randomUUID(), shift(ruiz));

        assertThat(kinds()).containsExactly(LateKind.NEW);
        database.sql().sql("delete from late_change").update();
        assertThat(kinds()).containsExactly(LateKind.NOT_AS_SIGNED);
    }

    private List<LateKind> kinds() {
        return late.ofSessions(WEEK, 10).stream().map(LateDifference::kind).toList();
    }

    @Test
    void what_came_or_went_is_told_with_its_times_on_the_day_on_which_it_counts() {
        days.none();
        var night = MONDAY.minusDays(1).atTime(22, 0).atZone(site.zone()).toInstant();
        var ruiz = days.driver("Ruiz, Marco");
        var came = read(ruiz, night);
        var gone = read(days.driver("Lee, Jo"), night);
        var typed = read(days.driver("Abel, Al"), night);
        lateChange(came, "NEW", "DRIVER");
        lateChange(gone, "GONE", "DRIVER");
        lateChange(typed, "CHANGED", "DISPATCHER");
        var sunday = new PayPeriod(MONDAY.minusDays(1), MONDAY.minusDays(1));

        assertThat(late.ofSessions(sunday, 10))
                .extracting(LateDifference::driver, LateDifference::settled, LateDifference::now)
                .containsExactly(
                        tuple("Abel, Al", "as driver", "as dispatcher"),
                        tuple(
                                "Lee, Jo",
                                "log in 2026-05-31 22:00:00, log out 2026-06-01 06:00:00",
                                "deleted in OnTime"),
                        tuple("Ruiz, Marco", "not in it", "log in 2026-05-31 22:00:00, log out 2026-06-01 06:00:00"));
        database.sql()
                .sql(
                        "insert into day_rule (valid_from, rule, set_by, set_at) values ('2026-05-31', 'LOG_OUT', gen_random_uuid(), now())")
                .update();
        try {
            assertThat(late.ofSessions(sunday, 10)).isEmpty();
            assertThat(late.ofSessions(WEEK, 10))
                    .extracting(LateDifference::day)
                    .containsExactly(MONDAY, MONDAY, MONDAY);
        } finally {
            database.sql().sql("delete from day_rule").update();
            database.sql().sql("delete from late_change").update();
        }
    }

    private UUID read(UUID driver, Instant from) {
        return desk.read(
                UUID.randomUUID(),
                new SessionValues(driver, null, LogInType.DRIVER, from, from.plus(Duration.ofHours(8)), null, null));
    }

    private void lateChange(UUID session, String kind, String type) {
        database.sql()
                .sql("""
                        insert into late_change (id, session_id, kind, noticed_at, driver_id, type, log_in_at, log_out_at)
                        select gen_random_uuid(), id, :kind, now(), driver_id, :type, log_in_at, log_out_at
                        from driver_session where id = :session
                        """)
                .param("session", session)
                .param("kind", kind)
                .param("type", type)
                .update();
    }

    private SessionValues shift(UUID driver) {
        var from = MONDAY.atTime(8, 0).atZone(site.zone()).toInstant();
        return new SessionValues(driver, null, LogInType.DRIVER, from, from.plus(Duration.ofHours(8)), null, null);
    }
}
