package org.sessiondesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnTimeCallsTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    OnTimeSandbox onTime;
    UUID driver;
    UUID van;

    @BeforeAll
    void start(@TempDir Path folder) {
        onTime = OnTimeSandbox.start(folder);
        driver = onTime.addDriver("Marco", "Ruiz");
        van = onTime.addVehicle("Van 14");
    }

    @AfterAll
    void stop() {
        onTime.close();
    }

    private String body(String more) {
        return """
                {"UserID":"%s","Vehicle":"%s","LogInType":"Driver","LogInTime":"2026-06-02T13:58:00Z",
                 "LogOutTime":"2026-06-02T22:10:00Z","StartMileage":52310,"EndMileage":52398%s}""".formatted(driver, van, more);
    }

    private UUID create() {
        return UUID.fromString(post(body("")).path("ID").asString());
    }

    private JsonNode post(String body) {
        var response = onTime.call("POST", "userSession/post", body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return JSON.readTree(response.body());
    }

    private JsonNode get(String path) {
        var response = onTime.call("GET", path, null);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    @Test
    void a_post_without_id_creates_and_answers_the_whole_record() {
        var created = post(body(""));
        assertThat(created.path("LogInTime").asString()).isEqualTo("2026-06-02T13:58:00Z");
        assertThat(created.path("LogInType").asString()).isEqualTo("Driver");
        assertThat(get("userSessions/" + created.path("ID").asString())).isEqualTo(created);
    }

    @Test
    void a_post_with_id_updates_and_a_field_left_out_is_erased() {
        var id = create();
        var updated = post("""
                {"ID":"%s","UserID":"%s","LogInTime":"2026-06-02T14:00:00Z","StartMileage":52310}""".formatted(id, driver));
        assertThat(updated.path("Vehicle").isNull()).isTrue();
        assertThat(updated.path("LogOutTime").isNull()).isTrue();
        assertThat(updated.path("EndMileage").isNull()).isTrue();
        assertThat(updated.path("LogInType").asString()).isEqualTo("Undefined");
        assertThat(onTime.session(id)).isEqualTo(updated);
    }

    @Test
    void members_nobody_documented_stay_only_while_they_are_posted() {
        var id = create();
        onTime.change(id, "{\"Notes\":{\"deep\":[1,2]}}");
        assertThat(post(body(",\"ID\":\"%s\",\"Notes\":{\"deep\":[1,2]}".formatted(id)))
                        .path("Notes"))
                .isEqualTo(JSON.readTree("{\"deep\":[1,2]}"));
        assertThat(post(body(",\"ID\":\"%s\"".formatted(id))).has("Notes")).isFalse();
    }

    @Test
    void an_unknown_id_or_a_bad_value_is_answered_400_with_message_and_model_state() {
        var unknown = onTime.call("POST", "userSession/post", body(",\"ID\":\"%s\"".formatted(UUID.randomUUID())));
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("\"Message\"", "ModelState", "userSession.ID", "does not exist");
        var bad = onTime.call("POST", "userSession/post", body("").replace("52398", "\"many\""));
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(bad.body()).contains("userSession.EndMileage");
        assertThat(onTime.call("POST", "userSession/post", "{").statusCode()).isEqualTo(400);
    }

    @Test
    void the_list_takes_the_least_log_in_and_the_greatest_log_out_and_so_hides_open_sessions() {
        var person = onTime.addDriver("Hanna", "Lee");
        var early = session(person, "2026-06-01T13:00:00Z", "\"2026-06-01T20:00:00Z\"");
        var late = session(person, "2026-06-02T13:00:00Z", "\"2026-06-02T20:00:00Z\"");
        var open = session(person, "2026-06-03T13:00:00Z", "null");
        assertThat(ids("userSessions?userId=" + person)).containsExactlyInAnyOrder(early, late, open);
        assertThat(ids("userSessions?userId=" + person + "&logInTime=2026-06-02T00:00:00Z"))
                .containsExactlyInAnyOrder(late, open);
        assertThat(ids("userSessions?userId=" + person + "&logOutTime=2026-06-02T20:00:00Z"))
                .containsExactlyInAnyOrder(early, late);
        assertThat(onTime.call("GET", "userSessions?logInTime=yesterday", null).statusCode())
                .isEqualTo(400);
    }

    private String session(UUID person, String logIn, String logOut) {
        return onTime.addSession("""
                {"UserID":"%s","LogInType":2,"LogInTime":"%s","LogOutTime":%s}""".formatted(person, logIn, logOut)).toString();
    }

    private Stream<String> ids(String path) {
        return get(path).valueStream().map(JsonNode::asString);
    }

    @Test
    void people_and_vehicles_are_listed_by_id_and_read_one_by_one() {
        assertThat(ids("users")).contains(driver.toString());
        var id = create();
        var person = get("users/" + driver);
        assertThat(person.path("LastName").asString()).isEqualTo("Ruiz");
        assertThat(person.path("TimeClockSessions").valueStream().map(JsonNode::asString))
                .contains(id.toString());
        assertThat(ids("vehicles")).contains(van.toString());
        assertThat(get("vehicles/" + van).path("FleetID").asString()).isEqualTo("Van 14");
    }

    @Test
    void an_unknown_record_is_404_and_a_wrong_method_or_address_too() {
        assertThat(onTime.call("GET", "userSessions/" + UUID.randomUUID(), null).statusCode())
                .isEqualTo(404);
        assertThat(onTime.call("GET", "userSession/post", null).statusCode()).isEqualTo(404);
        assertThat(onTime.call("GET", "../../nobody/api/users", null).statusCode())
                .isEqualTo(404);
    }

    @Test
    void every_answer_tells_what_is_left_of_the_day_and_the_month_and_past_it_is_429() {
        onTime.limits(10, 20, 8, 9);
        var headers = onTime.call("GET", "users", null).headers();
        assertThat(headers.firstValue("X-RateLimit-Limit-Daily")).contains("10");
        assertThat(headers.firstValue("X-RateLimit-Remaining-Daily")).contains("1");
        assertThat(headers.firstValue("X-RateLimit-Remaining-Monthly")).contains("10");
        assertThat(headers.firstValueAsLong("X-RateLimit-Reset-Daily").getAsLong() % 86_400)
                .isZero();
        onTime.call("GET", "users", null);
        assertThat(onTime.call("GET", "users", null).statusCode()).isEqualTo(429);
        onTime.limits(86_400, 100_000, 0, 0);
        assertThat(onTime.call("GET", "users", null).statusCode()).isEqualTo(200);
    }

    @Test
    void without_the_bare_key_everything_is_401() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(onTime.api().resolve("users"));
            assertThat(http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(401);
            request.header("Authorization", "Bearer " + OnTimeSandbox.KEY);
            assertThat(http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void the_log_knows_each_post_whether_it_was_stored_and_not_the_key() {
        var id = create();
        post(body(",\"ID\":\"%s\"".formatted(id)));
        onTime.call(
                "POST", "userSession/post", body(",\"ID\":\"%s\"".formatted(id)).replace("52398", "-1"));
        assertThat(onTime.posts(id).stream().map(post -> post.path("status").asInt()))
                .containsExactly(201, 201, 400);
        assertThat(onTime.posts(id).stream().map(post -> post.path("stored").asBoolean()))
                .containsExactly(true, true, false);
        assertThat(onTime.posts(id).getFirst().path("created").asBoolean()).isTrue();
        assertThat(onTime.requests().toString()).doesNotContain(OnTimeSandbox.KEY);
    }

    @Test
    void the_page_loads_and_its_controls_want_their_header() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            for (var file : List.of("", "/page.js", "/page.css")) {
                var request = HttpRequest.newBuilder(URI.create(onTime.baseUrl() + file));
                assertThat(http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                                .statusCode())
                        .isEqualTo(200);
            }
            var change = HttpRequest.newBuilder(URI.create(onTime.baseUrl() + "/control/faults"))
                    .DELETE();
            assertThat(http.send(change.build(), HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(403);
        }
    }
}
