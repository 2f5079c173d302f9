package org.sessiondesk.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sessiondesk.account.Role;
import org.sessiondesk.audit.AuditQueries;
import org.sessiondesk.audit.TrailFilter;
import org.sessiondesk.ontime.ReadAnswer;
import org.sessiondesk.report.SessionExport;
import org.sessiondesk.sandbox.OnTimeSandbox;
import org.sessiondesk.worklist.SessionFilter;
import org.sessiondesk.worklist.SessionSort;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** OnTime's answers repeat our key wherever they can, and it stands nowhere here: rows, trail, exports, log. */
@ExtendWith(OutputCaptureExtension.class)
class KeyNowhereDatabaseTest extends DeliveryDesk {

    @Autowired
    private SessionExport export;

    @Autowired
    private AuditQueries trail;

    @Test
    void an_answer_that_repeats_the_key_leaves_it_in_no_row_trail_export_or_log(CapturedOutput log) throws IOException {
        refused();
        noReceipt();
        notRead();
        closesTheGate();

        for (var table : tables()) {
            assertThat(rowsWithTheKey(table)).as(table).isZero();
        }
        signIn(Role.AUDITOR);
        assertThat(trail.page(TrailFilter.everything(), null, AuditQueries.LARGEST_PAGE)
                        .toString())
                .contains("•••")
                .doesNotContain(OnTimeSandbox.KEY);
        var csv = new ByteArrayOutputStream();
        export.write(SessionFilter.ALL, SessionSort.NEWEST_FIRST, ZoneOffset.UTC, "mi", csv);
        assertThat(csv.toString(UTF_8)).doesNotContain(OnTimeSandbox.KEY);
        assertThat(log.getAll()).doesNotContain(OnTimeSandbox.KEY);
    }

    private void refused() {
        var session = aSession();
        says(400, "{\"Message\":\"Header was Authorization: {key}\"}", "POST_SESSION");
        correct(session, 52_401);
        awaitDeliveries(session.id(), "REJECTED REFUSED");
        assertThat(newest(session).line().words()).isEqualTo("Header was Authorization: •••");
        assertThat(newest(session).toString()).doesNotContain(OnTimeSandbox.KEY);
    }

    private void noReceipt() {
        var session = aSession();
        says(201, "{\"ID\":\"" + ontimeId(session) + "\",\"Echo\":\"{key}\"}", "POST_SESSION");
        correct(session, 52_401);
        awaitDeliveries(session.id(), "ACCEPTED TAKEN");
        assertThat(outcomes(session.id())).containsExactly("UNKNOWN", "ACCEPTED");
        assertThat(newest(session).tries().getLast().received()).contains("\"Echo\":\"•••\"");
    }

    private void notRead() {
        var session = aSession();
        says(200, "<p>Your key {key} is fine</p>", "GET_SESSION");
        assertThat(client.session(ontimeId(session)))
                .isInstanceOf(ReadAnswer.Malformed.class)
                .asString()
                .contains("Your key •••")
                .doesNotContain(OnTimeSandbox.KEY);
        says(500, "Stack trace: Authorization={key}", "GET_SESSION");
        correct(session, 52_401);
        awaitDeliveries(session.id(), "ACCEPTED TAKEN");
        assertThat(newest(session).tries().getLast().readings().getFirst().received())
                .isEqualTo("Stack trace: Authorization=•••");
    }

    private void closesTheGate() {
        var session = aSession();
        says(401, "{\"Message\":\"{key} is no key\"}", "POST_SESSION");
        correct(session, 52_401);
        awaitHeld(session.id());
        await().untilAsserted(() -> assertThat(gate.state().closed()).isNotNull());
        assertThat(gate.state().toString()).contains("••• is no key").doesNotContain(OnTimeSandbox.KEY);
    }

    private static void says(int status, String body, String call) {
        ontime.fault("{\"kind\":\"BODY\",\"times\":1,\"status\":%d,\"calls\":[\"%s\"],\"variant\":\"%s\"}"
                .formatted(status, call, body.replace("\"", "\\\"")));
    }

    private List<String> tables() {
        return database.sql()
                .sql("select table_name from information_schema.tables where table_schema = 'public'")
                .query(String.class)
                .list();
    }

    /** Bytes are looked through as well, as PostgreSQL writes them. */
    private long rowsWithTheKey(String table) {
        return database.sql()
                .sql("select count(*) from \"" + table + "\" as r where r::text ilike :key or r::text like :hex")
                .param("key", "%" + OnTimeSandbox.KEY + "%")
                .param("hex", "%" + HexFormat.of().formatHex(OnTimeSandbox.KEY.getBytes(UTF_8)) + "%")
                .query(Long.class)
                .single();
    }
}
