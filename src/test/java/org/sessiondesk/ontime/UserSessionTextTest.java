package org.sessiondesk.ontime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessiondesk.ontime.OnTimeSettings.UnrecordedMileage;
import org.sessiondesk.ontime.UserSessionText.Reading;

class UserSessionTextTest {

    private static final UUID ID = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");
    private static final UUID ADA = UUID.fromString("7c9e6679-7425-40de-944b-e07fc1f90ae7");

    private final UserSessionText text = new UserSessionText(ZoneOffset.UTC, UnrecordedMileage.ZERO);

    @Test
    void a_record_in_the_documented_spelling_is_read_whole() {
        String record = """
                {"Vehicle":"7c9e6679-7425-40de-944b-e07fc1f90ae7","ID":"0f8fad5b-d9cb-469f-a165-70867728950e",\
                "UserID":"7c9e6679-7425-40de-944b-e07fc1f90ae7","LogInType":"Driver","LogInTime":"2021-04-12T17:20Z",\
                "LogOutTime":"2021-04-13T02:00:01Z","StartMileage":52310,"EndMileage":52398}""";
        assertThat(session(record))
                .isEqualTo(new UserSession(
                        ID,
                        ADA,
                        ADA,
                        LogInType.DRIVER,
                        Instant.parse("2021-04-12T17:20:00Z"),
                        Instant.parse("2021-04-13T02:00:01Z"),
                        52_310,
                        52_398,
                        record));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"2026-03-29T07:15:00\"         | 2026-03-29T07:15:00Z",
                "\"2026-03-29T07:15:00Z\"        | 2026-03-29T07:15:00Z",
                "\"2026-03-29t07:15z\"           | 2026-03-29T07:15:00Z",
                "\"2026-03-29 07:15:00\"         | 2026-03-29T07:15:00Z",
                "\"2026-03-29T07:15:00.1234567\" | 2026-03-29T07:15:00.123456Z",
                "\"2026-03-29T07:15:00+02:00\"   | 2026-03-29T05:15:00Z",
                "\"2026-03-29T07:15:00-0730\"    | 2026-03-29T14:45:00Z",
                "null                            |",
                "\"\"                            |",
                "\"0001-01-01T00:00:00\"         |",
                "\"0001-01-01T00:00:00Z\"        |",
                "\"0001-01-01T00:00:00.0000000\" |",
            })
    void a_time_is_read_in_each_spelling(String json, @Nullable Instant expected) {
        assertThat(session("{\"LogOutTime\":" + json + "}").logOutTime()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-02T07:15:00, 2026-06-02T14:15:00Z",
        "2026-06-02T07:15:00Z, 2026-06-02T07:15:00Z",
        "2026-11-01T01:30:00, 2026-11-01T08:30:00Z",
        "2026-03-08T02:30:00, 2026-03-08T10:30:00Z",
    })
    void under_the_sites_zone_only_an_unmarked_time_is_read_in_it(String spelling, Instant expected) {
        var local = new UserSessionText(ZoneId.of("America/Los_Angeles"), UnrecordedMileage.ZERO);
        assertThat(local.read("{\"LogInTime\":\"" + spelling + "\"}"))
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        read -> assertThat(read.session().logInTime()).isEqualTo(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"Driver\" | DRIVER",
                "\"dRIVER\" | DRIVER",
                "2          | DRIVER",
                "\"2\"      | DRIVER",
                "1          | DISPATCHER",
                "0          | UNDEFINED",
                "null       | UNDEFINED",
                "\"\"       | UNDEFINED",
            })
    void a_type_is_read_as_name_or_ordinal(String json, LogInType expected) {
        assertThat(session("{\"LogInType\":" + json + "}").logInType()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // start, end, log-out, read start, read end
        "52310, 52398, true, 52310, 52398",
        "'\"52310\"', 52398.0, true, 52310, 52398",
        "0, 0, true, ,",
        "0, 0, false, ,",
        "null, 0, true, ,",
        "52310, 0, false, 52310,",
        "52310, 0, true, 52310, 0",
        "0, 88, true, 0, 88",
        "'\"\"', null, true, ,",
    })
    void a_mileage_that_nobody_recorded_is_none(
            String start, String end, boolean loggedOut, @Nullable Integer readStart, @Nullable Integer readEnd) {
        var session = session("{\"StartMileage\":%s,\"EndMileage\":%s,\"LogOutTime\":%s}"
                .formatted(start, end, loggedOut ? "\"2026-06-02T07:15:00\"" : "null"));
        assertThat(session.startMileage()).isEqualTo(readStart);
        assertThat(session.endMileage()).isEqualTo(readEnd);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"0F8FAD5B-D9CB-469F-A165-70867728950E\"",
                "\"{0f8fad5b-d9cb-469f-a165-70867728950e}\"",
                "\"0f8fad5bd9cb469fa16570867728950e\"",
            })
    void a_guid_is_the_same_in_any_spelling(String json) {
        assertThat(session("{\"id\":" + json + "}").id()).isEqualTo(ID);
    }

    @Test
    void the_all_zero_guid_is_none() {
        assertThat(session("{\"Vehicle\":\"00000000-0000-0000-0000-000000000000\"}")
                        .vehicle())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "<html></html>",
                "{\"ID\":\"1-1-1-1-1\"}",
                "{\"ID\":7}",
                "{\"LogInType\":3}",
                "{\"LogInType\":\"Robot\"}",
                "{\"LogInTime\":\"yesterday\"}",
                "{\"LogInTime\":\"2026-02-30T07:15:00\"}",
                "{\"LogInTime\":\"2026-06-02\"}",
                "{\"LogInTime\":\"9999-12-31T23:59:59.9999999\"}",
                "{\"LogInTime\":{}}",
                "{\"StartMileage\":3000000000}",
                "{\"StartMileage\":12.5}",
                "{\"StartMileage\":1e999999999}",
                "{\"StartMileage\":true}",
                "{\"StartMileage\":\"far\"}",
                "{\"LogInTime\":null,\"logintime\":null}",
                "{\"ID\":null} x",
                "{\"ID\":null",
            })
    void what_is_no_session_is_said_to_be_none(String garbage) {
        assertThat(text.read(garbage)).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void a_body_replaces_the_corrected_members_and_keeps_every_other_spelling() {
        String lastKnown = """
                { "vehicle" : "7C9E6679-7425-40DE-944B-E07FC1F90AE7","ID":"0F8FAD5B-D9CB-469F-A165-70867728950E",
                  "LogInType":2, "LogInTime":"2026-06-02T06:58:12.1234567", "LogOutTime" : "0001-01-01T00:00:00",
                  "StartMileage": 52310.0, "endmileage":0, "Tags":["a", {"LogOutTime":1}], "Note":"\\u00e9 \\"}" }""";
        String body = text.body(
                lastKnown,
                wanted(Instant.parse("2026-06-03T00:05:30.9Z"), 52_398),
                Set.of(UserSessionField.LOG_OUT_TIME, UserSessionField.END_MILEAGE));
        assertThat(body)
                .isEqualTo(lastKnown
                        .replace("\"0001-01-01T00:00:00\"", "\"2026-06-03T00:05:30Z\"")
                        .replace("\"endmileage\":0", "\"endmileage\":52398"));
    }

    @Test
    void a_corrected_member_that_the_record_lacks_comes_last() {
        assertThat(text.body(
                        "{\"ID\":\"" + ID + "\" }",
                        wanted(null, null),
                        Set.of(UserSessionField.LOG_OUT_TIME, UserSessionField.END_MILEAGE)))
                .isEqualTo("{\"ID\":\"" + ID + "\",\"LogOutTime\":null,\"EndMileage\":0 }");
    }

    @Test
    void a_long_record_is_spliced_at_the_right_place() {
        String lastKnown =
                "{\"Note\":\"" + "ü".repeat(200_000) + "\",\"ID\":\"" + ID + "\",\"EndMileage\":1,\"Z\":[1]}";
        assertThat(text.body(lastKnown, wanted(null, 52_398), Set.of(UserSessionField.END_MILEAGE)))
                .isEqualTo(lastKnown.replace("\"EndMileage\":1", "\"EndMileage\":52398"));
    }

    @Test
    void nothing_corrected_leaves_the_text_as_it_is() {
        String lastKnown = " {\"ID\":\"" + ID + "\"}\n";
        assertThat(text.body(lastKnown, wanted(null, 1), Set.of())).isEqualTo(lastKnown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"ID\":null}", "{\"ID\":\"00000000-0000-0000-0000-000000000000\"}", "[]", ""})
    void a_body_without_an_id_is_never_made_for_an_update(String lastKnown) {
        assertThatThrownBy(() -> text.body(lastKnown, wanted(null, 1), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_create_has_every_member_but_the_id() {
        assertThat(text.create(wanted(null, null)))
                .isEqualTo("{\"UserID\":\"7c9e6679-7425-40de-944b-e07fc1f90ae7\",\"Vehicle\":null,"
                        + "\"LogInType\":\"Driver\",\"LogInTime\":\"2026-06-02T06:58:00Z\",\"LogOutTime\":null,"
                        + "\"StartMileage\":52310,\"EndMileage\":0}");
    }

    @Test
    void an_unrecorded_mileage_can_be_written_as_null() {
        var nulls = new UserSessionText(ZoneOffset.UTC, UnrecordedMileage.NULL);
        assertThat(nulls.create(wanted(null, null))).endsWith("\"StartMileage\":52310,\"EndMileage\":null}");
    }

    @Test
    void another_spelling_of_the_same_values_is_no_difference() {
        var one = session("{\"ID\":\"" + ID + "\",\"LogInType\":2,\"LogInTime\":\"2026-06-02T06:58:00.0000001\","
                + "\"StartMileage\":1,\"EndMileage\":0,\"LogOutTime\":\"2026-06-02T17:00:00\"}");
        var other = session("{\"EndMileage\":null,\"StartMileage\":\"1\",\"LogInType\":\"driver\",\"id\":\""
                + ID.toString().toUpperCase(Locale.ROOT)
                + "\",\"LogInTime\":\"2026-06-01T23:58:00-07:00\",\"LogOutTime\":\"2026-06-02T17:00Z\"}");
        assertThat(one.sameValues(other)).isTrue();
    }

    @Test
    void each_real_difference_is_found() {
        var one = wanted(null, 5);
        var other = new UserSessionValues(null, ADA, LogInType.UNDEFINED, null, Instant.EPOCH, 1, 2);
        assertThat(one.differences(other)).isEqualTo(EnumSet.allOf(UserSessionField.class));
        assertThat(one.differences(one)).isEmpty();
    }

    private static UserSessionValues wanted(@Nullable Instant logOut, @Nullable Integer endMileage) {
        return new UserSessionValues(
                ADA, null, LogInType.DRIVER, Instant.parse("2026-06-02T06:58:00Z"), logOut, 52_310, endMileage);
    }

    private UserSession session(String record) {
        return switch (text.read(record)) {
            case Reading.Read read -> read.session();
            case Reading.Malformed malformed -> throw new AssertionError(malformed.reason());
        };
    }
}
