package org.sessiondesk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.finding.check.FindingDesk;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.testing.HttpTest;
import org.sessiondesk.testing.TestDatabase;
import org.sessiondesk.worklist.ListedFinding;
import org.sessiondesk.worklist.SessionFilter;
import org.sessiondesk.worklist.WholeLists;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@HttpTest
@Import({ApiDesk.class, FindingDesk.class})
class FeedsDatabaseTest {

    /** A day in Los Angeles begins at 07:00 UTC in summer. */
    private static final String DAY = "2026-06-02";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final UUID van = UUID.randomUUID();
    private final UUID driver = UUID.randomUUID();

    @Autowired
    private ApiDesk api;

    @Autowired
    private FindingDesk desk;

    @Autowired
    private WholeLists lists;

    @Autowired
    private TestDatabase database;

    private String token = "";

    @BeforeEach
    void nothing_is_judged_meanwhile() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> database.sql()
                        .sql("select ended_at is not null and not wanted from full_check")
                        .query(Boolean.class)
                        .single());
        token = api.token();
    }

    @Test
    void what_the_judge_found_stands_in_user_sessions_own_form() {
        UUID wrong = driven("2026-03", 52_360, swapped(52_420));

        var found = of(wrong, read("/api/v1/findings?from=2026-03-01&to=2026-03-31"));

        assertThat(found).hasSize(1);
        var finding = found.getFirst();
        assertThat(finding.propertyNames())
                .containsExactly("session", "field", "rule", "severity", "seen", "suggested", "confidence");
        assertThat(finding.get("field").asString()).isEqualTo("EndMileage");
        assertThat(finding.get("rule").asString()).isEqualTo("DIGIT_SLIP");
        assertThat(finding.get("severity").asString()).isEqualTo("ERROR");
        assertThat(finding.get("seen").asInt()).isEqualTo(swapped(52_420));
        assertThat(finding.get("suggested").asInt()).isEqualTo(52_420);
        assertThat(finding.get("confidence").asDouble()).isBetween(0.5, 1.0);
    }

    @Test
    void of_two_readings_that_are_wrong_together_both_are_told() {
        UUID wrong = driven("2025-11", 52_420, 52_360);

        assertThat(of(wrong, read("/api/v1/findings?from=2025-11-01&to=2025-11-30")))
                .extracting(one -> one.get("rule").asString() + " "
                        + one.get("severity").asString() + " "
                        + one.get("field").asString() + " " + one.get("seen")
                        + " " + one.get("suggested") + " " + one.get("confidence"))
                .containsExactly(
                        "SWAPPED ERROR StartMileage 52420 52360 0.95", "SWAPPED ERROR EndMileage 52360 52420 0.95");
        var listed = new ArrayList<ListedFinding>();
        lists.findings(
                SessionFilter.ALL.between(Instant.parse("2025-11-01T08:00:00Z"), Instant.parse("2025-12-01T08:00:00Z")),
                listed::add);
        assertThat(listed)
                .filteredOn(one -> wrong.equals(one.finding().session()))
                .extracting(one -> one.finding().suggested())
                .containsExactly(52_360, 52_420);
    }

    @Test
    void of_two_times_that_are_wrong_together_both_are_told_and_other_findings_stay_apart() {
        UUID id = session("2025-10-02T15:00:07Z");
        finding(id, "END_MILEAGE", suggestion("END_MILEAGE", 150, "DIGIT_WRONG", 0.7), false);
        finding(id, "LOG_IN", """
                [{"field": "LOG_IN", "value": "2025-10-01T15:00:07Z", "cause": "DATE_SLIP", "confidence": 0.7, "also":
                  {"field": "LOG_OUT", "value": "2025-10-01T23:00:07Z", "cause": "DATE_SLIP", "confidence": 0.9, "also": null}},
                 {"field": "LOG_IN", "value": "2025-10-01T16:00:07Z", "cause": "DATE_SLIP", "confidence": 0.1, "also": null}]""", false);

        assertThat(of(id, read("/api/v1/findings?from=2025-10-02&to=2025-10-02")))
                .extracting(one -> one.get("field").asString() + " " + one.get("seen") + " " + one.get("suggested")
                        + " " + one.get("confidence"))
                .containsExactly(
                        "EndMileage 160 150 0.7",
                        "LogInTime \"2025-10-02T15:00:07Z\" \"2025-10-01T15:00:07Z\" 0.7",
                        "LogOutTime \"2025-10-02T23:00:07Z\" \"2025-10-01T23:00:07Z\" 0.7");
    }

    @Test
    void a_reading_never_written_for_want_of_a_log_out_is_told_after_it() {
        UUID id = session("2025-09-02T15:00:07Z");
        finding(id, "LOG_OUT", """
                [{"field": "LOG_OUT", "value": "2025-09-02T22:00:07Z", "cause": "USUAL_LOG_OUT", "confidence": 0.4, "also": null},
                 {"field": "LOG_OUT", "value": "2025-09-02T23:30:00Z", "cause": "NEXT_LOG_IN", "confidence": 0.1, "also": null},
                 {"field": "END_MILEAGE", "value": 159, "cause": "PRECEDES_NEXT", "confidence": 0.6, "also": null}]""", false);

        assertThat(of(id, read("/api/v1/findings?from=2025-09-02&to=2025-09-02")))
                .extracting(
                        one -> one.get("field").asString() + " " + one.get("suggested") + " " + one.get("confidence"))
                .containsExactly("LogOutTime \"2025-09-02T22:00:07Z\" 0.4", "EndMileage 159 0.6");
    }

    /** Twelve days of one van, of which the sixth has other readings: its OnTime ID. */
    private UUID driven(String month, int sixthStart, int sixthEnd) {
        FindingDesk.signIn(Role.SUPERVISOR);
        UUID sixth = UUID.randomUUID();
        for (int day = 1; day <= 12; day++) {
            var logIn = Instant.parse("%s-%02dT15:00:00.5Z".formatted(month, day));
            int start = 52_000 + day * 60;
            desk.read(
                    day == 6 ? sixth : UUID.randomUUID(),
                    new SessionValues(
                            driver,
                            van,
                            LogInType.DRIVER,
                            logIn,
                            logIn.plus(Duration.ofHours(8)),
                            day == 6 ? sixthStart : start,
                            day == 6 ? sixthEnd : start + 60));
        }
        desk.settle();
        return sixth;
    }

    /** 52,420 becomes 54,220. */
    private static int swapped(int mileage) {
        String digits = Integer.toString(mileage);
        return Integer.parseInt("" + digits.charAt(0) + digits.charAt(2) + digits.charAt(1) + digits.substring(3));
    }

    @Test
    void days_are_the_sites_and_both_ends_are_inside() {
        UUID before = session("2026-06-02T06:59:59Z");
        UUID first = session("2026-06-02T07:00:00Z");
        UUID last = session("2026-06-03T06:59:59.9Z");
        UUID after = session("2026-06-03T07:00:00Z");
        List.of(before, first, last, after).forEach(id -> finding(id, "END_MILEAGE", "[]", false));

        for (String path : List.of("/api/v1/findings", "/api/v1/sessions")) {
            String member = path.endsWith("sessions") ? "ID" : "session";
            assertThat(ids(path + "?from=" + DAY + "&to=" + DAY, member))
                    .contains(first, last)
                    .doesNotContain(before, after);
            assertThat(ids(path + "?from=" + DAY, member))
                    .contains(first, last, after)
                    .doesNotContain(before);
            assertThat(ids(path + "?to=" + DAY, member))
                    .contains(before, first, last)
                    .doesNotContain(after);
            assertThat(ids(path, member)).containsSubsequence(before, first, last, after);
        }
    }

    @Test
    void each_kind_of_value_is_as_ontime_writes_it_and_null_where_there_is_none() {
        UUID id = session("2026-05-02T15:00:07.123Z");
        UUID other = UUID.randomUUID();
        update("update driver_session set log_out_at = null where ontime_id = ?", id);
        finding(id, "LOG_IN", suggestion("LOG_IN", "2026-05-01T15:00:07.123Z", "DATE_SLIP", 0.9), false);
        finding(id, "LOG_OUT", "[]", false);
        finding(id, "VEHICLE", suggestion("VEHICLE", other, "OTHER_VEHICLE", 0.95), false);
        finding(id, "START_MILEAGE", suggestion("START_MILEAGE", 100, "NEW_ODOMETER", 0.6), false);
        finding(id, "END_MILEAGE", suggestion("START_MILEAGE", 110, "DIGIT_WRONG", 0.7), false);

        var found = of(id, read("/api/v1/findings?from=2026-05-02&to=2026-05-02"));

        assertThat(found.stream()
                        .map(one -> one.get("field").asString() + " " + one.get("seen") + " " + one.get("suggested")
                                + " " + one.get("confidence")))
                .containsExactlyInAnyOrder(
                        "LogInTime \"2026-05-02T15:00:07Z\" \"2026-05-01T15:00:07Z\" 0.9",
                        "LogOutTime null null 0.0",
                        "Vehicle \"" + van + "\" \"" + other + "\" 0.95",
                        "StartMileage 100 null 0.0",
                        "EndMileage 160 null 0.0");
    }

    @Test
    void dismissed_findings_and_sessions_without_an_ontime_id_are_left_out_and_those_put_aside_are_in() {
        UUID aside = session("2026-04-02T15:00:00Z");
        UUID dismissed = session("2026-04-02T16:00:00Z");
        UUID office = session("2026-04-02T17:00:00Z");
        UUID discarded = session("2026-04-02T18:00:00Z");
        finding(aside, "END_MILEAGE", "[]", false);
        finding(dismissed, "END_MILEAGE", "[]", true);
        finding(office, "END_MILEAGE", "[]", false);
        finding(discarded, "END_MILEAGE", "[]", false);
        update(
                "insert into put_aside (session_id, aside_until, person_id, put_at)"
                        + " select id, now() + interval '1 day', gen_random_uuid(), now() from driver_session where ontime_id = ?",
                aside);
        update("update driver_session set discarded = true where ontime_id = ?", discarded);
        UUID own = database.sql()
                .sql("select id from driver_session where ontime_id = ?")
                .param(office)
                .query(UUID.class)
                .single();
        update("update driver_session set ontime_id = null where ontime_id = ?", office);

        assertThat(ids("/api/v1/findings?from=2026-04-02&to=2026-04-02", "session"))
                .contains(aside)
                .doesNotContain(dismissed, office, discarded)
                .doesNotContainNull();
        var sessions = read("/api/v1/sessions?from=2026-04-02&to=2026-04-02");
        assertThat(sessions.valueStream().map(each -> each.get("SessionID").asString()))
                .contains(own.toString());
        assertThat(sessions.valueStream()
                        .filter(each -> each.get("SessionID").asString().equals(own.toString()))
                        .map(each -> each.get("ID").isNull()))
                .containsExactly(true);
        assertThat(ids("/api/v1/sessions?from=2026-04-02&to=2026-04-02", "ID"))
                .contains(aside, dismissed)
                .doesNotContain(discarded);
        assertThat(problems(sessions, aside)).isEqualTo(1);
        assertThat(problems(sessions, dismissed)).isZero();
    }

    @Test
    void both_lists_are_there_as_csv_that_no_spreadsheet_runs() {
        UUID id = session("2026-02-02T15:00:00Z");
        finding(id, "END_MILEAGE", suggestion("END_MILEAGE", 150, "DIGIT_WRONG", 0.7), false);
        update(
                "insert into driver (ontime_id, name, sort_name, is_driver, record, read_at) values (?, '=1+1', '=1+1', true, '{}', now())",
                driver);

        var findings = api.getCsv("/api/v1/findings?from=2026-02-02&to=2026-02-02", token);
        var sessions = api.getCsv("/api/v1/sessions?from=2026-02-02&to=2026-02-02", token);

        assertThat(findings.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(findings.body())
                .startsWith("\uFEFFsession,field,rule,severity,seen,suggested,confidence\r\n")
                .contains(id + ",EndMileage,DIGIT_SLIP,ERROR,160,150,0.7\r\n");
        assertThat(sessions.body())
                .startsWith("\uFEFFID,UserID,Vehicle,LogInType,LogInTime,LogOutTime,StartMileage,EndMileage,SessionID,")
                .contains(id + "," + driver + "," + van + ",Driver,2026-02-02T15:00:00Z,2026-02-02T23:00:00Z,100,160,")
                .contains(",'=1+1,,60,false,false,false,1,false\r\n");
    }

    @Test
    void answers_are_as_the_open_api_document_says() {
        UUID id = session("2026-01-02T15:00:00Z");
        finding(id, "END_MILEAGE", suggestion("END_MILEAGE", 150, "DIGIT_WRONG", 0.7), false);
        finding(id, "LOG_OUT", "[]", false);
        session("2026-01-02T16:00:00Z");
        var document = JSON.readTree(api.get("/api/v1/openapi", null).body());
        var described = new DescribedApi(document);

        assertThat(described.addresses()).containsExactly("/api/v1/findings", "/api/v1/sessions", "/api/v1/openapi");
        described.check("Finding", read("/api/v1/findings?from=2026-01-02&to=2026-01-02"));
        described.check("Session", read("/api/v1/sessions?from=2026-01-02&to=2026-01-02"));
        described.check(
                "Error",
                JSON.readTree("[" + api.get("/api/v1/findings?from=x", token).body() + "]"));
        described.check(
                "Error", JSON.readTree("[" + api.get("/api/v1/findings", null).body() + "]"));
        assertThat(described.isOpenForMembersToCome()).isTrue();
        assertThat(described.headers("NotLetIn")).containsExactly("WWW-Authenticate");
        assertThat(described.headers("Slower")).containsExactly("Retry-After");
        assertThat(described.headers("Later")).containsExactly("Retry-After");
        assertThat(described.rules())
                .containsExactlyElementsOf(java.util.Arrays.stream(org.sessiondesk.judge.Rule.values())
                        .map(Enum::name)
                        .toList());
    }

    private UUID session(String logIn) {
        UUID ontimeId = UUID.randomUUID();
        var began = Instant.parse(logIn).atOffset(ZoneOffset.UTC);
        database.sql()
                .sql("""
                        insert into driver_session (id, ontime_id, driver_id, vehicle_id, type, log_in_at, log_out_at,
                            start_mileage, end_mileage, version, added_by_office, edited, discarded)
                        values (gen_random_uuid(), :id, :driver, :van, 'DRIVER', :began, :ended, 100, 160, 1, false, false, false)""")
                .param("id", ontimeId)
                .param("driver", driver)
                .param("van", van)
                .param("began", began)
                .param("ended", began.plusHours(8))
                .update();
        return ontimeId;
    }

    private void finding(UUID session, String field, String suggestions, boolean dismissed) {
        database.sql()
                .sql("""
                        insert into finding (session_id, rule, field, severity, site_limit, suggestions, found_at, dismissed)
                        select id, 'DIGIT_SLIP', :field, 'ERROR', false, :suggestions::jsonb, now(), :dismissed
                        from driver_session where ontime_id = :session""")
                .param("field", field)
                .param("suggestions", suggestions)
                .param("dismissed", dismissed)
                .param("session", session)
                .update();
    }

    private static String suggestion(String field, Object value, String cause, double confidence) {
        return """
                [{"field": "%s", "value": "%s", "cause": "%s", "confidence": %s}]""".formatted(field, value, cause, confidence);
    }

    private void update(String sql, Object parameter) {
        database.sql().sql(sql).param(parameter).update();
    }

    private JsonNode read(String path) {
        var answer = api.get(path, token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        return JSON.readTree(answer.body());
    }

    private List<UUID> ids(String path, String member) {
        return read(path)
                .valueStream()
                .map(each -> each.get(member))
                .filter(id -> !id.isNull())
                .map(id -> UUID.fromString(id.asString()))
                .toList();
    }

    private static List<JsonNode> of(UUID session, JsonNode found) {
        return found.valueStream()
                .filter(each -> each.get("session").asString().equals(session.toString()))
                .toList();
    }

    private static int problems(JsonNode sessions, UUID ontimeId) {
        return sessions.valueStream()
                .filter(each -> each.get("ID").asString("").equals(ontimeId.toString()))
                .findFirst()
                .orElseThrow()
                .get("Problems")
                .asInt();
    }
}
