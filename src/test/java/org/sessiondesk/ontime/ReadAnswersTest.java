package org.sessiondesk.ontime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sessiondesk.ontime.TestClient.ID;
import static org.sessiondesk.ontime.TestClient.NOW;
import static org.sessiondesk.ontime.TestClient.OTHER_ID;
import static org.sessiondesk.ontime.TestClient.RECORD;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessiondesk.ontime.ReadAnswer.Forbidden;
import org.sessiondesk.ontime.ReadAnswer.Found;
import org.sessiondesk.ontime.ReadAnswer.LimitReached;
import org.sessiondesk.ontime.ReadAnswer.Malformed;
import org.sessiondesk.ontime.ReadAnswer.NotAuthorised;
import org.sessiondesk.ontime.ReadAnswer.NotThere;
import org.sessiondesk.ontime.ReadAnswer.TryLater;

@Timeout(20)
class ReadAnswersTest {

    private final ScriptedServer server = new ScriptedServer();
    private final TestClient client = new TestClient(server.url());

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void a_list_is_asked_for_by_user_and_least_log_in() {
        server.answers("200 OK", "", "[\"" + ID + "\", \"" + OTHER_ID + "\"]");
        assertThat(client.calls().sessionIds(ID, NOW.plusMillis(900)))
                .isInstanceOfSatisfying(
                        Found.class, found -> assertThat(found.value()).isEqualTo(List.of(ID, OTHER_ID)));
        assertThat(server.requests().getFirst().head())
                .startsWith("GET /sites/acme/api/userSessions?userId=" + ID
                        + "&logInTime=2026-06-02T12%3A00%3A00Z HTTP/1.1\r\n");
    }

    @Test
    void lists_of_users_and_vehicles_are_plural_and_bare() {
        server.answers("200 OK", "", "[]");
        client.calls().userIds();
        client.calls().vehicleIds();
        client.calls().sessionIds(null, null);
        assertThat(server.requests())
                .extracting(request -> request.head().lines().findFirst().orElseThrow())
                .containsExactly(
                        "GET /sites/acme/api/users HTTP/1.1",
                        "GET /sites/acme/api/vehicles HTTP/1.1",
                        "GET /sites/acme/api/userSessions HTTP/1.1");
    }

    @Test
    void a_session_is_found() {
        server.answers("200 OK", "", RECORD);
        assertThat(client.calls().session(ID))
                .isInstanceOfSatisfying(
                        Found.class,
                        found -> assertThat(found.value()).extracting("text").isEqualTo(RECORD));
    }

    @Test
    void a_user_is_found() {
        String ada = "{\"ID\":\"" + ID
                + "\",\"FirstName\":\"Ada\",\"LastName\":null,\"UserName\":\"ada\",\"IsDriver\":true}";
        server.answers("200 OK", "", ada);
        assertThat(client.calls().user(ID)).isEqualTo(new Found<>(new OnTimeUser(ID, "Ada", "", "ada", true, ada)));
    }

    @Test
    void a_vehicle_is_found_whatever_its_year_says() {
        String van = "{\"ID\":\"" + ID + "\",\"FleetID\":14,\"RegistrationPlate\":\" \",\"Manufacturer\":\"Ford\","
                + "\"Year\":\"about 2019\",\"OdometerReading\":52310,\"IsCompanyVehicle\":\"True\"}";
        server.answers("200 OK", "", van);
        assertThat(client.calls().vehicle(ID))
                .isEqualTo(new Found<>(new OnTimeVehicle(ID, "14", null, "Ford", null, null, 52_310, true, van)));
    }

    @Test
    void an_unknown_id_is_not_there_in_both_spellings() {
        server.answers("404 Not Found", "", "");
        assertThat(client.calls().session(ID)).isInstanceOf(NotThere.class);
        server.answers("200 OK", "", " null\n");
        assertThat(client.calls().session(ID)).isInstanceOf(NotThere.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "{}", "{\"ID\":\"11111111-d9cb-469f-a165-70867728950e\"}"})
    void what_is_not_the_record_asked_for_is_malformed(String body) {
        server.answers("200 OK", "", body);
        assertThat(client.calls().session(ID))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        malformed -> assertThat(malformed.shown()).isEqualTo(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[1]", "[\"x\"]", "{\"Message\":\"?\"}", "[\"0f8fad5b-"})
    void what_is_no_list_of_guids_is_malformed(String body) {
        server.answers("200 OK", "", body);
        assertThat(client.calls().userIds()).isInstanceOf(Malformed.class);
    }

    @Test
    void a_kind_of_record_may_be_forbidden() {
        server.answers("403 Forbidden", "", "\"Not for you\"");
        assertThat(client.calls().userIds()).isEqualTo(new Forbidden<>("Not for you"));
    }

    @Test
    void a_refused_key_and_a_redirect_are_not_authorised() {
        server.answers("401 Unauthorized", "", "");
        assertThat(client.calls().userIds())
                .isEqualTo(new NotAuthorised<>("OnTime gave no reason", NotAuthorisedWhy.KEY_REFUSED));
        server.answers("302 Found", "Location: /login\r\n", "");
        assertThat(client.calls().userIds())
                .isInstanceOfSatisfying(
                        NotAuthorised.class,
                        answer -> assertThat(answer.why()).isEqualTo(NotAuthorisedWhy.WRONG_ADDRESS));
    }

    @Test
    void a_limit_says_until_when() {
        server.answers("429 Too Many Requests", "Retry-After: 60\r\n", "");
        assertThat(client.calls().userIds())
                .isInstanceOfSatisfying(
                        LimitReached.class,
                        reached -> assertThat(reached.until()).isBetween(NOW.plusSeconds(60), NOW.plusSeconds(65)));
    }

    @Test
    void faults_silence_and_broken_answers_are_tried_later() throws IOException {
        server.answers("500 Oops", "", "");
        assertThat(client.calls().userIds()).isInstanceOf(TryLater.class);
        server.answers((out, _) -> out.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n[]".getBytes(UTF_8)));
        assertThat(client.calls().userIds()).isInstanceOf(TryLater.class);
        server.answers((_, socket) -> socket.getInputStream().read());
        assertThat(client.calls().userIds()).isInstanceOf(TryLater.class);
        try (var nobody = new NobodyThere();
                var other = new TestClient(nobody.url())) {
            assertThat(other.calls().userIds()).isInstanceOf(TryLater.class);
        }
    }

    @Test
    void an_answer_that_was_zipped_unasked_is_unzipped() {
        server.answers((out, _) -> {
            byte[] zipped = zip("[\"" + ID + "\"]");
            out.write(("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + zipped.length + "\r\n\r\n")
                    .getBytes(UTF_8));
            out.write(zipped);
        });
        assertThat(client.calls().userIds()).isEqualTo(new Found<>(List.of(ID)));
    }

    @Test
    void a_small_answer_that_unpacks_to_a_giant_is_malformed() {
        server.answers((out, _) -> {
            byte[] zipped = zip(" ".repeat(3 << 20));
            out.write(("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + zipped.length + "\r\n\r\n")
                    .getBytes(UTF_8));
            out.write(zipped);
        });
        assertThat(client.calls().session(ID)).isInstanceOf(Malformed.class);
    }

    @Test
    void another_compression_and_broken_characters_are_malformed() {
        server.answers("200 OK", "Content-Encoding: br\r\n", RECORD);
        assertThat(client.calls().session(ID)).isInstanceOf(Malformed.class);
        server.answers((out, _) -> {
            out.write(("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"
                            + RECORD.replace("Driver\"", "Driver\",\"N\":\"é\""))
                    .getBytes(ISO_8859_1));
        });
        assertThat(client.calls().session(ID)).isInstanceOf(Malformed.class);
    }

    private static byte[] zip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
