package org.sessiondesk.ontime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sessiondesk.ontime.TestClient.ID;
import static org.sessiondesk.ontime.TestClient.KEY;
import static org.sessiondesk.ontime.TestClient.RECORD;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sessiondesk.ontime.OnTimeAnswer.Accepted;
import org.sessiondesk.ontime.OnTimeAnswer.NotAuthorised;
import org.sessiondesk.ontime.OnTimeAnswer.Rejected;
import org.sessiondesk.ontime.OnTimeAnswer.Unknown;

/** The bodies that OnTime or something before it may answer with, as a refusal and as a receipt, over real sockets. */
@Timeout(20)
class AnswerBodiesTest {

    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String LOG_IN_PAGE = "<!doctype html><title>Sign In</title><form>User name <input></form>";

    private final ScriptedServer server = new ScriptedServer();
    private final TestClient client = new TestClient(server.url());

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void json_with_Message_and_ModelState_is_shown_as_its_words() {
        server.answers("400 Bad Request", JSON, """
                {"Message":"The request is invalid.",
                 "ModelState":{"userSession.EndMileage":["Too far.","Odd."],"userSession.Vehicle":["Unknown."]}}""");
        assertThat(refusal().words()).isEqualTo("The request is invalid. Too far. Odd. Unknown.");
        assertNoReceipt();
    }

    @Test
    void a_json_string_is_shown_without_its_quotes() {
        server.answers("400 Bad Request", JSON, "\"Mileage \\\"52398\\\" is wrong\"");
        assertThat(refusal().words()).isEqualTo("Mileage \"52398\" is wrong");
        assertNoReceipt();
    }

    @Test
    void text_is_shown_as_it_came() {
        server.answers("400 Bad Request", "Content-Type: text/plain\r\n", "  Mileage is wrong\n");
        assertThat(refusal().words()).isEqualTo("Mileage is wrong");
        assertNoReceipt();
    }

    @Test
    void html_with_a_script_is_text_like_any_other() {
        String page = "<html><script>alert('" + ID + "')</script><h1>Bad Request</h1></html>";
        server.answers("400 Bad Request", "Content-Type: text/html\r\n", page);
        assertThat(refusal().words()).isEqualTo(page);
        assertThat(refusal().exchange().responseText()).isEqualTo(page);
        assertNoReceipt();
    }

    @Test
    void an_empty_body_is_said_to_give_no_reason() {
        server.answers("400 Bad Request", "", "");
        assertThat(refusal().words()).isEqualTo("OnTime gave no reason");
        assertNoReceipt();
    }

    @Test
    void of_eight_mebibytes_little_is_read_less_kept_and_least_shown() {
        var written = new AtomicLong();
        server.answers((out, _) -> {
            out.write("HTTP/1.1 400 Bad Request\r\nContent-Length: 8388608\r\n\r\n".getBytes(UTF_8));
            byte[] chunk = "x".repeat(1 << 16).getBytes(UTF_8);
            for (int i = 0; i < 128; i++) {
                out.write(chunk);
                written.addAndGet(chunk.length);
            }
        });
        var refusal = refusal();
        assertThat(refusal.words()).hasSize(2_000);
        assertThat(refusal.exchange().responseText()).hasSize(65_536);
        assertThat(refusal.exchange().took()).isLessThan(TestClient.GIVES_UP_WITHIN);
        assertThat(written).hasValueLessThan(8 << 20);

        server.answers("201 Created", JSON, RECORD.replace("}", ",\"Note\":\"" + "x".repeat(8 << 20) + "\"}"));
        assertNoReceipt();
    }

    @Test
    void latin_1_is_read_where_it_is_announced_and_shown_somehow_where_not() {
        byte[] words = "Kilometerstand für Müller ungültig".getBytes(ISO_8859_1);
        server.answers(whole("400 Bad Request", "Content-Type: text/plain; charset=iso-8859-1\r\n", words));
        assertThat(refusal().words()).isEqualTo("Kilometerstand für Müller ungültig");
        server.answers(whole("400 Bad Request", "Content-Type: text/plain\r\n", words));
        assertThat(refusal().words()).isEqualTo("Kilometerstand f\uFFFDr M\uFFFDller ung\uFFFDltig");

        String record = RECORD.replace("}", ",\"Note\":\"für\"}");
        server.answers(whole("201 Created", "", record.getBytes(ISO_8859_1)));
        assertThat(client.update()).isInstanceOf(Unknown.class);
        server.answers(whole(
                "201 Created", "Content-Type: application/json; charset=latin1\r\n", record.getBytes(ISO_8859_1)));
        assertThat(receipt().text()).contains("für");
    }

    @Test
    void gzip_is_undone_though_nobody_asked_for_it() throws IOException {
        server.answers(whole("400 Bad Request", "Content-Encoding: gzip\r\n", zip("{\"Message\":\"Bad mileage\"}")));
        assertThat(refusal().words()).isEqualTo("Bad mileage");
        server.answers(whole("201 Created", "Content-Encoding: gzip\r\n", zip(RECORD)));
        assertThat(receipt().text()).isEqualTo(RECORD);
        // A few KiB that would become 64 MiB.
        server.answers(whole("201 Created", "Content-Encoding: gzip\r\n", zip(" ".repeat(64 << 20))));
        assertThat(client.update()).isInstanceOf(Unknown.class);
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_text() {
        server.answers("400 Bad Request", JSON, "\uFEFF{\"Message\":\"Bad mileage\"}");
        assertThat(refusal().words()).isEqualTo("Bad mileage");
        server.answers("201 Created", JSON, "\uFEFF" + RECORD);
        assertThat(receipt().text()).isEqualTo(RECORD);
    }

    @Test
    void our_own_key_is_masked_however_it_is_spelled_and_where_the_text_is_cut() {
        String spelled = String.join(
                " ",
                KEY,
                upper(KEY),
                URLEncoder.encode(KEY, UTF_8),
                URLEncoder.encode(URLEncoder.encode(KEY, UTF_8), UTF_8),
                KEY.replace("/", "\\/"),
                KEY.replace("/", "\\\\/"),
                KEY.replace("/", "\\u002F").replace("-", "\\u002d"),
                KEY.replace("/", "&#47;").replace("-", "&#x2d;"));
        for (String status :
                new String[] {"400 Bad Request", "401 No", "403 No", "404 No", "500 Oops", "201 Created"}) {
            server.answers(status, JSON, "{\"Message\":\"Header: " + spelled + "\"}");
            assertThat(client.update().toString()).doesNotContainIgnoringCase(KEY, "that-nobody-may-see");
        }
        server.answers("201 Created", JSON, RECORD.replace("}", ",\"Echo\":\"" + KEY + "\"}"));
        assertNoReceipt();
        // The text breaks off within the key: what is left of it is masked, too.
        server.answers((out, _) -> out.write(("HTTP/1.1 400 Bad Request\r\nContent-Length: 100\r\n\r\nYour key "
                        + KEY.substring(0, KEY.length() - 3))
                .getBytes(UTF_8)));
        assertThat(client.update().toString()).contains("Your key •••").doesNotContain("nobody");
    }

    @Test
    void our_own_key_is_masked_in_UTF_16_that_nobody_announced() {
        String says = "<p>Your key " + KEY + " is fine</p>";
        for (var charset : new Charset[] {UTF_16LE, UTF_16BE, UTF_16, Charset.forName("UTF-32LE")}) {
            server.answers(whole("400 Bad Request", "", says.getBytes(charset)));
            var refusal = refusal();
            assertThat(refusal.toString().replaceAll("[\\x00\uFFFD]", ""))
                    .contains("Your key •••")
                    .doesNotContain(KEY, "nobody");
            server.answers((out, _) -> {
                byte[] bytes = says.getBytes(charset);
                out.write("HTTP/1.1 400 Bad Request\r\nContent-Length: 1000\r\n\r\n".getBytes(UTF_8));
                out.write(bytes, 0, bytes.length * 2 / 3);
            });
            assertThat(refusal().toString().replaceAll("[\\x00\uFFFD]", ""))
                    .contains("Your key •••")
                    .doesNotContain("nobody");
        }
    }

    @Test
    void a_short_key_that_an_answer_repeats_makes_it_no_receipt_and_no_record_either() throws IOException {
        try (var shortly = new TestClient(TestClient.settings(server.url(), "s3-cr", null, ""))) {
            for (String echo : new String[] {"s3-cr", "Key: S3-CR.", "\\ns3\\u002dcr", "%20s3%2Dcr"}) {
                String record = RECORD.replace("}", ",\"Echo\":\"" + echo + "\"}");
                server.answers("200 OK", JSON, record);
                assertThat(shortly.update()).as(echo).isInstanceOf(Unknown.class);
                assertThat(shortly.calls().session(ID))
                        .as(echo)
                        .isInstanceOf(ReadAnswer.Malformed.class)
                        .asString()
                        .doesNotContainIgnoringCase("s3-cr");
            }
            server.answers("200 OK", JSON, RECORD.replace("}", ",\"Note\":\"as3-cr s3-cre\"}"));
            assertThat(shortly.update()).isInstanceOf(Accepted.class);
        }
    }

    @Test
    void no_exception_speaks_of_the_key() {
        String unsendable = "k\u00FCy-that-nobody-may-see";
        try (var other = new TestClient(TestClient.settings(server.url(), unsendable, null, ""))) {
            assertThat(other.update().toString()).doesNotContain(unsendable, "nobody");
        } catch (RuntimeException refused) {
            assertThat(refused.toString()).doesNotContain(unsendable, "nobody");
        }
        assertThat(server.requests()).isEmpty();
        assertThat(TestClient.settings(server.url(), KEY, null, "").toString()).doesNotContain(KEY);
    }

    @Test
    void a_log_in_page_with_200_is_no_receipt_and_no_refusal() {
        server.answers("200 OK", "Content-Type: text/html\r\n", LOG_IN_PAGE);
        assertThat(client.update()).isInstanceOfSatisfying(Unknown.class, unknown -> {
            assertThat(unknown.other()).isNull();
            assertThat(unknown.exchange().shown()).isEqualTo(LOG_IN_PAGE);
        });
        assertThat(client.create()).isInstanceOf(Unknown.class);
    }

    @Test
    void a_redirect_to_another_host_is_not_followed_and_the_key_stays_here() throws IOException {
        try (var elsewhere = new ScriptedServer()) {
            elsewhere.answers("201 Created", JSON, RECORD);
            for (String status : new String[] {"301 Moved", "302 Found", "303 See Other", "307 Again", "308 Moved"}) {
                server.answers(status, "Location: " + elsewhere.url() + "/sites/acme/api/userSession/post\r\n", "");
                assertThat(client.update())
                        .isInstanceOfSatisfying(
                                NotAuthorised.class,
                                answer -> assertThat(answer.why()).isEqualTo(NotAuthorisedWhy.WRONG_ADDRESS));
                client.calls().session(ID);
            }
            assertThat(elsewhere.requests()).isEmpty();
            assertThat(server.requests()).hasSize(10);
        }
    }

    @Test
    void a_receipt_with_ordinals_unmarked_times_and_upper_case_IDs_is_the_record() {
        String user = "5d0b9a47-0d0c-4f1e-9d59-3c2a3a1d7e10";
        server.answers("201 Created", JSON, """
                {"ID":"%s","UserID":"%s","Vehicle":"00000000-0000-0000-0000-000000000000","LogInType":2,
                 "LogInTime":"2026-06-02T13:58:00.0000000","LogOutTime":"0001-01-01T00:00:00",
                 "StartMileage":"52310","EndMileage":0}""".formatted(upper(ID.toString()), upper(user)));
        var record = receipt();
        assertThat(record.id()).isEqualTo(ID);
        assertThat(record.userId()).hasToString(user);
        assertThat(record.vehicle()).isNull();
        assertThat(record.logInType()).isEqualTo(LogInType.DRIVER);
        assertThat(record.logInTime()).isEqualTo(Instant.parse("2026-06-02T13:58:00Z"));
        assertThat(record.logOutTime()).isNull();
        assertThat(record.startMileage()).isEqualTo(52_310);
        assertThat(record.endMileage()).isNull();
    }

    @Test
    void a_byte_at_a_time_ends_with_the_time_whether_head_or_body() {
        String answer = "HTTP/1.1 201 Created\r\nContent-Length: " + RECORD.length() + "\r\n\r\n" + RECORD;
        server.answers((out, _) -> drip(out, answer));
        assertBounded(client.update());
        server.answers((out, _) -> {
            out.write("HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(UTF_8));
            drip(out, "1\r\n{\r\n".repeat(1_000));
        });
        assertBounded(client.create());
        server.answers((out, _) -> drip(out, "HTTP/1.1 200 OK\r\n\r\n" + RECORD));
        assertThat(client.calls().session(ID)).isInstanceOf(ReadAnswer.TryLater.class);
    }

    private static void assertBounded(OnTimeAnswer answer) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown -> assertThat(unknown.exchange().took()).isLessThan(TestClient.GIVES_UP_WITHIN));
    }

    private static void drip(OutputStream out, String text) throws IOException, InterruptedException {
        for (byte each : text.getBytes(UTF_8)) {
            out.write(each);
            out.flush();
            Thread.sleep(200);
        }
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    private Rejected refusal() {
        return (Rejected) client.update();
    }

    private UserSession receipt() {
        return ((Accepted) client.update()).remote();
    }

    /** The same body as a receipt is none. */
    private void assertNoReceipt() {
        server.withStatus("201 Created");
        assertThat(client.update()).isInstanceOf(Unknown.class);
        assertThat(client.create()).isInstanceOf(Unknown.class);
    }

    private static ScriptedServer.Script whole(String status, String headers, byte[] body) {
        return (out, _) -> {
            out.write(("HTTP/1.1 " + status + "\r\nConnection: close\r\nContent-Length: " + body.length + "\r\n"
                            + headers + "\r\n")
                    .getBytes(UTF_8));
            out.write(body);
        };
    }

    private static byte[] zip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
