package org.sessiondesk.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.audit.AuditTrail;
import org.sessiondesk.finding.check.FindingDesk;
import org.sessiondesk.report.Feeds.Days;
import org.sessiondesk.report.Feeds.Form;
import org.sessiondesk.site.Site;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.testing.TestDatabase;
import org.sessiondesk.worklist.WholeLists;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class TakenAwayDatabaseTest {

    private final UUID token = UUID.randomUUID();
    private Instant now = Instant.parse("2026-06-02T06:00:00Z");

    @Autowired
    private AuditTrail trail;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private WholeLists lists;

    @Autowired
    private Site site;

    @Autowired
    private TestDatabase database;

    private TakenAway taken;

    @BeforeEach
    void somebody_asks() {
        FindingDesk.signIn(Role.PAYROLL);
        taken = new TakenAway(trail, () -> Optional.of("192.0.2.1"), () -> now, transactions);
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void the_first_stands_there_at_once_and_the_others_of_the_hour_in_one_entry_at_its_end() {
        take("2026-06-01", "2026-06-30");
        assertThat(entries()).hasSize(1);
        for (int minute = 0; minute < 58; minute++) {
            now = now.plus(Duration.ofMinutes(1));
            take("2026-05-%02d".formatted(1 + minute % 10), "2026-05-20");
            taken.writeDue();
        }
        assertThat(entries()).hasSize(1);

        now = now.plus(Duration.ofMinutes(2));
        taken.writeDue();

        assertThat(entries())
                .hasSize(2)
                .last()
                .asString()
                .contains("finding.exported", "\"count\":58", "\"from\":\"2026-05-01\"", "\"to\":\"2026-05-20\"");
    }

    @Test
    void who_goes_on_asking_leaves_one_entry_an_hour_and_who_stopped_none() {
        take("2026-06-01", null);
        for (int minute = 0; minute < 180; minute++) {
            now = now.plus(Duration.ofMinutes(1));
            taken.writeDue();
            take(null, null);
        }
        assertThat(entries()).hasSize(4);
        now = now.plus(Duration.ofHours(1));
        taken.writeDue();
        now = now.plus(Duration.ofHours(1));
        taken.writeDue();
        assertThat(entries()).hasSize(5);
    }

    @Test
    void another_form_or_list_is_told_apart_and_what_was_counted_is_written_before_the_end() {
        take(null, null);
        taken.record(Feed.FINDINGS, Form.CSV, new Days(null, null), token);
        taken.record(Feed.SESSIONS, Form.JSON, new Days(null, null), token);
        assertThat(entries()).hasSize(3);
        take(null, null);

        taken.writeAll();

        assertThat(entries()).hasSize(4).last().asString().contains("\"count\":1");
    }

    @Test
    void who_reads_too_slowly_is_cut_off_with_no_end_written() {
        for (int session = 0; session < 5; session++) {
            session("2024-02-02T15:00:00Z");
        }
        // A row takes four minutes.
        var feeds = new Feeds(lists, site, taken, () -> now = now.plus(Duration.ofMinutes(4)));
        var out = new ByteArrayOutputStream();
        var day = new Days(LocalDate.parse("2024-02-02"), LocalDate.parse("2024-02-02"));

        assertThatThrownBy(() -> feeds.write(Feed.SESSIONS, Form.JSON, day, token, out))
                .hasMessageContaining("more than 10 minutes");

        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("]");
    }

    private void take(@Nullable String from, @Nullable String to) {
        taken.record(
                Feed.FINDINGS,
                Form.JSON,
                new Days(from == null ? null : LocalDate.parse(from), to == null ? null : LocalDate.parse(to)),
                token);
    }

    private List<String> entries() {
        return database.sql()
                .sql("""
                        select convert_from(e.bytes, 'UTF8') from audit_entry e
                        join audit_subject s on s.position = e.position
                        where s.kind = 'token' and s.id = ? order by e.position""")
                .param(token.toString())
                .query(String.class)
                .list();
    }

    private void session(String logIn) {
        database.sql().sql("""
                        insert into driver_session (id, ontime_id, type, log_in_at, version, added_by_office, edited, discarded)
                        values (gen_random_uuid(), gen_random_uuid(), 'DRIVER', ?::timestamptz, 1, false, false, false)""").param(logIn).update();
    }
}
