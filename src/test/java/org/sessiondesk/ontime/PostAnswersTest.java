package org.sessiondesk.ontime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sessiondesk.ontime.TestClient.CREATE;
import static org.sessiondesk.ontime.TestClient.ID;
import static org.sessiondesk.ontime.TestClient.KEY;
import static org.sessiondesk.ontime.TestClient.NOW;
import static org.sessiondesk.ontime.TestClient.OTHER_ID;
import static org.sessiondesk.ontime.TestClient.RECORD;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessiondesk.ontime.OnTimeAnswer.Accepted;
import org.sessiondesk.ontime.OnTimeAnswer.LimitReached;
import org.sessiondesk.ontime.OnTimeAnswer.NotAuthorised;
import org.sessiondesk.ontime.OnTimeAnswer.Rejected;
import org.sessiondesk.ontime.OnTimeAnswer.Superseded;
import org.sessiondesk.ontime.OnTimeAnswer.TryLater;
import org.sessiondesk.ontime.OnTimeAnswer.Unknown;

/** ONTIME's table of answers to a POST, row by row, over real sockets. */
@Timeout(20)
class PostAnswersTest {

    private final ScriptedServer server = new ScriptedServer();
    private final TestClient client = new TestClient(server.url());

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void a_request_has_the_documented_address_the_bare_key_and_the_body_as_given() {
        server.answers("201 Created", "", RECORD);
        client.update();
        var request = server.requests().getFirst();
        assertThat(request.head())
                .startsWith("POST /sites/acme/api/userSession/post HTTP/1.1\r\n")
                .containsIgnoringCase("\r\nAuthorization: " + KEY + "\r\n")
                .containsIgnoringCase("\r\nContent-Type: application/json\r\n")
                .doesNotContainIgnoringCase("accept-encoding");
        assertThat(request.body()).isEqualTo(RECORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"201 Created", "200 OK"})
    void the_record_of_this_id_is_accepted(String status) {
        server.answers(status, "Content-Type: application/json\r\n", RECORD);
        assertThat(client.update()).isInstanceOfSatisfying(Accepted.class, accepted -> {
            assertThat(accepted.remote().id()).isEqualTo(ID);
            assertThat(accepted.remote().text()).isEqualTo(RECORD);
            assertThat(accepted.exchange().requestBody()).isEqualTo(RECORD);
            assertThat(accepted.exchange().responseText()).isEqualTo(RECORD);
            assertThat(accepted.exchange().path()).isEqualTo("/sites/acme/api/userSession/post");
            assertThat(accepted.exchange().started()).isEqualTo(NOW);
        });
    }

    @Test
    void a_create_is_accepted_with_the_id_it_was_given() {
        server.answers("201 Created", "", RECORD);
        assertThat(client.create())
                .isInstanceOfSatisfying(
                        Accepted.class,
                        accepted -> assertThat(accepted.remote().id()).isEqualTo(ID));
    }

    @Test
    void another_id_than_expected_is_unknown_and_named() {
        server.answers("201 Created", "", RECORD.replace(ID.toString(), OTHER_ID.toString()));
        assertThat(client.update())
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown -> assertThat(unknown.other())
                                .extracting(UserSession::id)
                                .isEqualTo(OTHER_ID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "<!doctype html><p>Welcome",
                "{\"LogInType\":\"Driver\"}",
                "{\"ID\":\"0f8f",
                "{\"ID\":\"0f8fad5b-d9cb-469f-a165-70867728950e\",\"LogInTime\":\"soon\"}",
            })
    void a_receipt_that_is_no_record_is_unknown(String body) {
        server.answers("201 Created", "", body);
        assertThat(client.update())
                .isInstanceOfSatisfying(
                        Unknown.class, unknown -> assertThat(unknown.other()).isNull());
        assertThat(client.create()).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"Message\":\"Bad mileage\"}                               | Bad mileage",
                "{\"Message\":\"No.\",\"ModelState\":{\"a\":[\"Bad <b>\"]}} | No. Bad <b>",
                "\"Bad mileage\"                                             | Bad mileage",
                "\"Bad \\u202Emileage\"                                       | Bad mileage",
                "Bad mileage                                                 | Bad mileage",
                "<p>Bad                                                      | <p>Bad",
                "{\"Error\":1}                                               | {\"Error\":1}",
                "``                                                          | OnTime gave no reason",
            })
    void a_400_is_rejected_in_ontimes_words(String body, String words) {
        server.answers("400 Bad Request", "", body);
        assertThat(client.update())
                .isInstanceOfSatisfying(
                        Rejected.class, rejected -> assertThat(rejected.words()).isEqualTo(words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"402 Payment Required", "409 Conflict", "413 Too Large", "422 Unprocessable"})
    void any_other_4xx_is_rejected(String status) {
        server.answers(status, "", "no");
        assertThat(client.create()).isInstanceOf(Rejected.class);
    }

    @ParameterizedTest
    @CsvSource({
        "401 Unauthorized, KEY_REFUSED",
        "403 Forbidden, NOT_PERMITTED",
        "404 Not Found, WRONG_ADDRESS",
        "405 Method Not Allowed, WRONG_ADDRESS",
        "301 Moved, WRONG_ADDRESS",
        "302 Found, WRONG_ADDRESS",
        "307 Temporary Redirect, WRONG_ADDRESS",
        "308 Permanent Redirect, WRONG_ADDRESS",
    })
    void what_only_a_person_can_mend_is_not_authorised(String status, NotAuthorisedWhy why) {
        server.answers(status, "Location: " + server.url() + "/elsewhere\r\n", "no");
        assertThat(client.update())
                .isInstanceOfSatisfying(
                        NotAuthorised.class, answer -> assertThat(answer.why()).isEqualTo(why));
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void a_fault_of_ontimes_is_tried_later_for_an_update_and_unknown_for_a_create() {
        server.answers("503 Service Unavailable", "", "busy");
        assertThat(client.update()).isInstanceOf(TryLater.class);
        assertThat(client.create()).isInstanceOf(Unknown.class);
    }

    @Test
    void an_unusual_success_is_no_receipt() {
        server.answers("204 No Content", "", "");
        assertThat(client.update()).isInstanceOf(Unknown.class);
    }

    @Test
    void the_limit_is_reached_until_the_latest_told() {
        server.answers(
                "429 Too Many Requests",
                "Retry-After: 120\r\nX-RateLimit-Remaining-Daily: 0\r\nX-RateLimit-Reset-Daily: "
                        + NOW.plusSeconds(3_600).getEpochSecond() + "\r\n",
                "");
        assertThat(client.update())
                .isInstanceOfSatisfying(
                        LimitReached.class,
                        reached -> assertThat(reached.until()).isEqualTo(NOW.plusSeconds(3_600)));
    }

    @ParameterizedTest
    @CsvSource({
        "X-RateLimit-Reset-Daily=3600, 3600",
        "X-RateLimit-Reset-Daily=3600 X-RateLimit-Reset-Monthly=86400, 3600",
        "X-RateLimit-Remaining-Daily=7 X-RateLimit-Reset-Daily=3600 X-RateLimit-Reset-Monthly=86400, 86400",
        "X-RateLimit-Remaining-Monthly=0 X-RateLimit-Reset-Daily=3600 X-RateLimit-Reset-Monthly=86400, 86400",
        "X-RateLimit-Remaining-Daily=7 X-RateLimit-Reset-Daily=3600, 60",
    })
    void a_limit_of_which_only_the_reset_is_told_is_reached_until_then(String headers, int seconds) {
        var lines = new StringBuilder();
        for (var header : headers.split(" ")) {
            var told = header.split("=");
            long value = Long.parseLong(told[1]);
            lines.append(told[0]).append(": ").append(told[0].contains("Reset") ? NOW.getEpochSecond() + value : value);
            lines.append("\r\n");
        }
        server.answers("429 Too Many Requests", lines.toString(), "");
        assertThat(client.update())
                .isInstanceOfSatisfying(
                        LimitReached.class,
                        reached -> assertThat(reached.until())
                                .isBetween(NOW.plusSeconds(seconds), NOW.plusSeconds(seconds + 5L)));
    }

    @Test
    void a_limit_without_a_time_backs_off_longer_each_time_up_to_an_hour() {
        server.answers("429 Too Many Requests", "", "");
        Duration last = Duration.ZERO;
        Instant now = NOW;
        for (int i = 0; i < 9; i++) {
            var until = ((LimitReached) client.update()).until();
            var wait = Duration.between(now, until);
            assertThat(wait).isGreaterThanOrEqualTo(last);
            last = Duration.ofSeconds(wait.toSeconds());
            now = until;
            client.clock(now);
        }
        assertThat(last).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void nobody_at_the_address_is_tried_later() throws IOException {
        try (var nobody = new NobodyThere();
                var other = new TestClient(nobody.url())) {
            assertThat(other.update()).isInstanceOf(TryLater.class);
            assertThat(other.create()).isInstanceOf(TryLater.class);
        }
    }

    @Test
    void a_failed_encryption_is_tried_later_because_nothing_was_sent() {
        try (var https = new TestClient(server.url().replace("http:", "https:"))) {
            server.answers((out, _) -> out.write("this is no TLS\r\n\r\n".getBytes(UTF_8)));
            assertThat(https.create()).isInstanceOf(TryLater.class);
        }
    }

    @Test
    void no_answer_in_time_is_unknown() {
        server.answers((_, socket) -> socket.getInputStream().read());
        assertThat(client.update()).isInstanceOf(Unknown.class);
    }

    @Test
    void a_connection_reset_after_sending_is_unknown_and_the_post_is_not_repeated() {
        server.answers((_, socket) -> socket.setSoLinger(true, 0));
        assertThat(client.create())
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown -> assertThat(unknown.exchange().status()).isNull());
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void a_body_that_drips_ends_with_the_time_and_what_came_is_evidence() {
        server.answers((out, _) -> {
            out.write("HTTP/1.1 201 Created\r\nContent-Length: 1000\r\n\r\n".getBytes(UTF_8));
            for (int i = 0; i < 1_000; i++) {
                out.write('{');
                out.flush();
                Thread.sleep(50);
            }
        });
        assertThat(client.update()).isInstanceOfSatisfying(Unknown.class, unknown -> {
            assertThat(unknown.exchange().status()).isEqualTo(201);
            assertThat(unknown.exchange().responseText()).startsWith("{");
            assertThat(unknown.exchange().took()).isLessThan(TestClient.GIVES_UP_WITHIN);
        });
    }

    @ParameterizedTest
    @CsvSource({"400, Rejected", "401, NotAuthorised", "500, TryLater", "201, Unknown"})
    void a_status_counts_though_its_body_broke_off(int status, String expected) {
        server.answers((out, _) ->
                out.write(("HTTP/1.1 " + status + " X\r\nContent-Length: 100\r\n\r\n" + RECORD).getBytes(UTF_8)));
        assertThat(client.update().getClass().getSimpleName()).isEqualTo(expected);
    }

    @Test
    void a_receipt_longer_than_a_mebibyte_is_unknown_and_64_kib_are_kept() {
        server.answers("201 Created", "", "{\"Note\":\"" + "x".repeat(2 << 20) + "\"}");
        assertThat(client.update()).isInstanceOfSatisfying(Unknown.class, unknown -> {
            assertThat(unknown.exchange().responseText()).hasSize(65_536);
            assertThat(unknown.exchange().shown()).hasSize(2_000);
        });
    }

    @Test
    void the_key_is_in_nothing_that_comes_back() {
        server.answers("400 Bad Request", "", "{\"Message\":\"key " + KEY + " or " + KEY.replace("/", "%2F") + "\"}");
        var answer = client.update();
        assertThat(answer.toString())
                .doesNotContain(KEY, KEY.replace("/", "%2F"))
                .contains("key ••• or •••");
        server.answers("201 Created", "", RECORD.replace("Driver\"", "Driver\",\"Echo\":\"" + KEY + "\""));
        assertThat(client.update()).isInstanceOf(Unknown.class);
        assertThat(client.update().toString()).doesNotContain(KEY);
    }

    @Test
    void a_newer_attempt_right_before_sending_leaves_nothing_sent() {
        assertThat(client.calls().post(CREATE, null, () -> false)).isInstanceOf(Superseded.class);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void a_body_with_another_id_than_expected_is_a_mistake_of_ours() {
        assertThatThrownBy(() -> client.calls().post(CREATE, ID, () -> true))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> client.calls().post(RECORD, null, () -> true))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void an_interrupt_ends_the_wait_and_stays_set() {
        server.answers((_, socket) -> socket.getInputStream().read());
        Thread.currentThread().interrupt();
        assertThat(client.update()).isNotInstanceOf(Accepted.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void until_is_never_in_the_past() {
        server.answers(
                "429 Too Many Requests",
                "Retry-After: Mon, 01 Jun 2026 00:00:00 GMT\r\nX-RateLimit-Remaining-Daily: 0\r\n"
                        + "X-RateLimit-Reset-Daily: 1\r\n",
                "");
        assertThat(client.update())
                .isInstanceOfSatisfying(
                        LimitReached.class,
                        reached -> assertThat(reached.until()).isAfter(NOW));
    }
}
