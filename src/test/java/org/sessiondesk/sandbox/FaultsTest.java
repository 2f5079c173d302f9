package org.sessiondesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsTest {

    private OnTimeSandbox onTime;
    private UUID driver;
    private UUID session;

    @BeforeAll
    void start(@TempDir Path folder) {
        onTime = OnTimeSandbox.start(folder);
        driver = onTime.addDriver("Camila", "Diaz");
    }

    @AfterAll
    void stop() {
        onTime.close();
    }

    @BeforeEach
    void putASession() {
        session = onTime.addSession("""
                {"UserID":"%s","LogInType":"Driver","LogInTime":"2026-06-02T13:58:00.1234567Z"}""".formatted(driver));
    }

    @AfterEach
    void clear() {
        onTime.clearFaults();
    }

    private HttpResponse<String> post(int endMileage) {
        return onTime.call("POST", "userSession/post", """
                {"ID":"%s","UserID":"%s","LogInTime":"2026-06-02T13:58:00.1234567Z","EndMileage":%d}""".formatted(session, driver, endMileage));
    }

    private HttpResponse<String> get() {
        return onTime.call("GET", "userSessions/" + session, null);
    }

    private int storedMileage() {
        return onTime.session(session).path("EndMileage").asInt(-1);
    }

    @ParameterizedTest
    @CsvSource({
        "BAD_REQUEST, 400, false",
        "UNAUTHORISED, 401, false",
        "FORBIDDEN, 403, false",
        "LIMIT_REACHED, 429, false",
        "NOT_FOUND, 404, false",
        "REDIRECT, 302, false",
        "SERVER_ERROR, 500, false",
        "HTML, 200, false",
        "GARBLED, 201, true",
        "EMPTY, 201, true",
        "OTHER_ID, 201, true"
    })
    void a_fault_answers_with_its_status_and_stores_or_not(FaultKind kind, int status, boolean stores) {
        onTime.fault(kind, 1, Call.Kind.POST_SESSION);
        assertThat(post(77).statusCode()).isEqualTo(status);
        assertThat(storedMileage()).isEqualTo(stores ? 77 : -1);
        assertThat(onTime.posts(session)).last().satisfies(post -> {
            assertThat(post.path("status").asInt()).isEqualTo(status);
            assertThat(post.path("stored").asBoolean()).isEqualTo(stores);
            assertThat(post.path("fault").asString()).isEqualTo(kind.name());
        });
        assertThat(post(78).statusCode()).as("one time only").isEqualTo(201);
    }

    @Test
    void a_cut_connection_gives_no_byte_and_stores_nothing_a_lost_answer_was_stored() {
        onTime.fault(FaultKind.CUT, 2, Call.Kind.POST_SESSION);
        assertThatThrownBy(() -> post(1)).isInstanceOf(UncheckedIOException.class);
        assertThat(storedMileage()).isEqualTo(-1);
        onTime.clearFaults();
        onTime.fault(FaultKind.ANSWER_LOST, 2, Call.Kind.POST_SESSION);
        assertThatThrownBy(() -> post(2)).isInstanceOf(UncheckedIOException.class);
        assertThat(storedMileage()).isEqualTo(2);
        assertThat(onTime.posts(session)).last().satisfies(post -> {
            assertThat(post.path("status").asInt()).isZero();
            assertThat(post.path("stored").asBoolean()).isTrue();
        });
    }

    @Test
    void a_server_error_may_come_after_storing() {
        onTime.fault("{\"kind\":\"SERVER_ERROR\",\"status\":503,\"stores\":true,\"times\":1}");
        assertThat(post(5).statusCode()).isEqualTo(503);
        assertThat(storedMileage()).isEqualTo(5);
    }

    @Test
    void bodies_are_damaged_as_told() {
        var right = get().body();
        onTime.fault(FaultKind.GARBLED, 1);
        assertThat(get().body()).isNotEmpty().isEqualTo(right.substring(0, right.length() / 2));
        onTime.fault(FaultKind.EMPTY, 1);
        assertThat(get().body()).isEmpty();
        onTime.fault(FaultKind.HTML, 1);
        assertThat(get().body()).startsWith("<!DOCTYPE html>");
        onTime.fault(FaultKind.OTHER_ID, 1);
        assertThat(get().body()).doesNotContain(session.toString()).contains(driver.toString());
        onTime.fault("{\"kind\":\"OTHER_ID\",\"times\":1,\"variant\":\"%s\"}".formatted(driver));
        assertThat(get().body()).contains("\"ID\":\"" + driver);
        onTime.fault(FaultKind.BAD_REQUEST, 1);
        assertThat(post(1).body()).contains("\"Message\"", "\"ModelState\"");
        onTime.fault(FaultKind.OTHER_VALUE, 1);
        assertThat(post(7).body()).contains("\"EndMileage\":8");
        assertThat(storedMileage()).isEqualTo(8);
    }

    @Test
    void a_limit_says_when_by_seconds_by_date_by_reset_or_not_at_all() {
        limit("retry-after");
        assertThat(get().headers().firstValue("Retry-After")).contains("40");
        limit("retry-date");
        var date = get().headers().firstValue("Retry-After").orElseThrow();
        assertThat(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME))
                .isAfter(ZonedDateTime.now(ZoneOffset.UTC));
        limit("reset");
        var headers = get().headers();
        assertThat(headers.firstValue("Retry-After")).isEmpty();
        assertThat(headers.firstValue("X-RateLimit-Remaining-Daily")).contains("0");
        assertThat(headers.firstValueAsLong("X-RateLimit-Reset-Daily").orElseThrow())
                .isBetween(Instant.now().getEpochSecond() + 30, Instant.now().getEpochSecond() + 41);
        limit("bare");
        assertThat(get().headers().firstValue("Retry-After")).isEmpty();
    }

    private void limit(String variant) {
        onTime.fault("{\"kind\":\"LIMIT_REACHED\",\"seconds\":40,\"times\":1,\"variant\":\"%s\"}".formatted(variant));
    }

    @Test
    void the_kinds_of_call_are_struck_apart() {
        onTime.faultUntilCleared(FaultKind.FORBIDDEN, Call.Kind.GET_USER, Call.Kind.LIST_USERS);
        assertThat(onTime.call("GET", "users", null).statusCode()).isEqualTo(403);
        assertThat(onTime.call("GET", "users/" + driver, null).statusCode()).isEqualTo(403);
        assertThat(get().statusCode()).isEqualTo(200);
        assertThat(post(1).statusCode()).isEqualTo(201);
    }

    @Test
    void one_session_alone_may_be_struck() {
        onTime.fault("{\"kind\":\"SERVER_ERROR\",\"session\":\"%s\"}".formatted(UUID.randomUUID()));
        assertThat(get().statusCode()).isEqualTo(200);
        onTime.fault("{\"kind\":\"SERVER_ERROR\",\"session\":\"%s\"}".formatted(session));
        assertThat(get().statusCode()).isEqualTo(500);
        assertThat(post(3).statusCode()).isEqualTo(500);
    }

    @Test
    void spellings_change_and_mean_the_same() {
        onTime.faultUntilCleared(FaultKind.ORDINALS);
        onTime.faultUntilCleared(FaultKind.UNMARKED_TIMES);
        onTime.faultUntilCleared(FaultKind.UPPER_CASE_IDS);
        onTime.faultUntilCleared(FaultKind.DOTNET_NONE);
        assertThat(get().body())
                .contains(
                        "\"LogInType\":2",
                        "\"LogInTime\":\"2026-06-02T13:58:00.1234567\"",
                        "\"LogOutTime\":\"0001-01-01T00:00:00\"",
                        "\"ID\":\"" + session.toString().toUpperCase(Locale.ROOT),
                        "\"Vehicle\":\"00000000-0000-0000-0000-000000000000\"");
        var before = onTime.session(session);
        assertThat(onTime.call("POST", "userSession/post", get().body()).statusCode())
                .isEqualTo(201);
        assertThat(onTime.session(session)).isEqualTo(before);
    }

    @Test
    void an_unknown_id_may_be_null_instead_of_404() {
        onTime.fault(FaultKind.UNKNOWN_IS_NULL, 1);
        var answer = onTime.call("GET", "userSessions/" + UUID.randomUUID(), null);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("null");
    }

    @Test
    void a_slow_answer_is_stored_at_once_and_is_let_go_when_faults_are_cleared() {
        onTime.fault("{\"kind\":\"SLOW_ANSWER\",\"seconds\":60,\"times\":1}");
        var answer = CompletableFuture.supplyAsync(() -> post(9));
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> storedMileage() == 9);
        assertThat(answer).isNotDone();
        onTime.clearFaults();
        assertThat(answer)
                .succeedsWithin(Duration.ofSeconds(10))
                .satisfies(response -> assertThat(response.statusCode()).isEqualTo(201));
    }

    @Test
    void a_chance_strikes_about_its_share_and_the_same_for_the_same_seed() {
        assertThat(struckOf1000(5)).isBetween(250, 350).isEqualTo(struckOf1000(5));
    }

    private static int struckOf1000(long seed) {
        var faults = new Faults(seed);
        faults.add(new Fault(FaultKind.CUT, null, null, 0.3, null, null, null, null, null));
        int struck = 0;
        for (int i = 0; i < 1000; i++) {
            struck += faults.strike(Call.Kind.GET_USER, null).replacing() == null ? 0 : 1;
        }
        return struck;
    }

    @Test
    void somebody_may_change_a_session_or_let_it_vanish_behind_our_back() {
        onTime.change(session, "{\"EndMileage\":4711,\"LogOutTime\":\"2026-06-02T20:00:00Z\"}");
        assertThat(get().body()).contains("4711", "2026-06-02T20:00:00Z", "13:58:00.1234567");
        onTime.vanish(session);
        assertThat(get().statusCode()).isEqualTo(404);
        assertThat(post(1).statusCode()).isEqualTo(400);
    }
}
