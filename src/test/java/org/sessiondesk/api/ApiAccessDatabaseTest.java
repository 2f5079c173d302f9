package org.sessiondesk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessiondesk.account.Accounts;
import org.sessiondesk.account.Role;
import org.sessiondesk.finding.check.FindingDesk;
import org.sessiondesk.testing.HttpTest;
import org.sessiondesk.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@HttpTest
@Import({ApiDesk.class, FindingDesk.class})
class ApiAccessDatabaseTest {

    private static final String FINDINGS = "/api/v1/findings";
    private static final String NO_SUCH_TOKEN = "desk_" + "A".repeat(43);

    @Autowired
    private ApiDesk api;

    @Autowired
    private Accounts accounts;

    @Autowired
    private TestDatabase database;

    @Test
    void without_a_token_nobody_is_let_in() {
        var answer = api.get(FINDINGS, null);

        refused(answer, 401, "A personal token is needed");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"Session Desk\"");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void a_token_lets_in_as_its_person(Role role) {
        var answer = api.get(FINDINGS, api.token(api.person(role), null).secret());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void a_revoked_token_is_refused_at_once_and_another_of_the_same_person_is_not() {
        var person = api.person(Role.PAYROLL);
        var first = api.token(person, null);
        var second = api.token(person, null);
        assertThat(api.get(FINDINGS, first.secret()).statusCode()).isEqualTo(200);

        api.revoke(person, first);

        refused(api.get(FINDINGS, first.secret()), 401, "isn't valid");
        assertThat(api.get(FINDINGS, second.secret()).statusCode()).isEqualTo(200);
    }

    @Test
    void a_blocked_person_is_refused_at_once_and_let_in_again_with_them() {
        var person = api.person(Role.AUDITOR);
        var token = api.token(person, null).secret();
        var boss = api.person(Role.ADMINISTRATOR);

        ApiDesk.as(boss, () -> accounts.disable(person.id()));
        refused(api.get(FINDINGS, token), 401, "isn't valid");

        ApiDesk.as(boss, () -> accounts.enable(person.id()));
        assertThat(api.get(FINDINGS, token).statusCode()).isEqualTo(200);
    }

    @Test
    void a_reset_password_revokes_what_was_made_with_the_old_one() {
        var person = api.person(Role.PAYROLL);
        var token = api.token(person, null).secret();

        ApiDesk.as(api.person(Role.ADMINISTRATOR), () -> accounts.resetPassword(person.id()));

        refused(api.get(FINDINGS, token), 401, "isn't valid");
        assertThat(revoked(person.id())).isEqualTo(1);
    }

    @Test
    void past_its_end_a_token_is_refused() {
        var person = api.person(Role.PAYROLL);
        var made = api.token(person, Instant.now().plusSeconds(3600));
        assertThat(api.get(FINDINGS, made.secret()).statusCode()).isEqualTo(200);

        database.sql()
                .sql("update personal_token set until = now() - interval '1 second' where id = ?")
                .param(made.token().id())
                .update();

        refused(api.get(FINDINGS, made.secret()), 401, "isn't valid");
    }

    @Test
    void a_token_in_the_address_or_in_another_form_counts_for_nothing() {
        String token = api.token();

        assertThat(api.get(FINDINGS + "?access_token=" + token, null).statusCode())
                .isEqualTo(401);
        var basic = api.request(FINDINGS, null, "192.0.2.1").header("Authorization", "Basic " + token);
        assertThat(api.send(basic.build()).statusCode()).isEqualTo(401);
        assertThat(api.get(FINDINGS + "?access_token=" + token, token).body()).doesNotContain(token);
    }

    @Test
    void guessing_from_an_address_is_slowed_and_no_valid_token_notices() {
        String good = api.token();
        for (int guess = 10; guess < 40; guess++) {
            assertThat(guess("desk_" + guess + "B".repeat(41), "203.0.113.7").statusCode())
                    .isEqualTo(401);
        }

        var slowed = guess("desk_" + "C".repeat(43), "203.0.113.7");
        refused(slowed, 429, "Too many tries");
        assertThat(Long.parseLong(slowed.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1L, 16L);
        assertThat(guess(good, "203.0.113.7").statusCode()).isEqualTo(200);
        assertThat(guess("desk_" + "C".repeat(43), "203.0.113.8").statusCode()).isEqualTo(401);
    }

    @Test
    void many_tries_with_a_token_that_is_none_keep_no_program_out() {
        String good = api.token();
        for (int guess = 0; guess < 40; guess++) {
            guess(NO_SUCH_TOKEN, "203.0.113.40");
        }
        assertThat(guess(NO_SUCH_TOKEN, "203.0.113.40").statusCode()).isEqualTo(429);
        assertThat(guess(good, "203.0.113.40").statusCode()).isEqualTo(200);
    }

    @Test
    void the_same_bad_token_again_and_again_is_slowed_sooner() {
        for (int guess = 0; guess < 5; guess++) {
            assertThat(guess(NO_SUCH_TOKEN, "203.0.113.20").statusCode()).isEqualTo(401);
        }
        assertThat(guess(NO_SUCH_TOKEN, "203.0.113.20").statusCode()).isEqualTo(429);
    }

    @Test
    void a_program_with_a_revoked_token_does_not_slow_its_neighbours() {
        var person = api.person(Role.PAYROLL);
        var dead = api.token(person, null);
        api.revoke(person, dead);
        for (int call = 0; call < 40; call++) {
            assertThat(guess(dead.secret(), "203.0.113.30").statusCode()).isEqualTo(401);
        }
        assertThat(guess(api.token(), "203.0.113.30").statusCode()).isEqualTo(200);
    }

    @Test
    void what_is_not_there_and_what_only_can_be_read_say_so() {
        String token = api.token();

        refused(api.get("/api/v1/people", token), 404, "There is nothing at this address");
        refused(api.get("/api/v1/people", null), 401, "A personal token is needed");
        var post = api.request(FINDINGS, token, "192.0.2.1").POST(BodyPublishers.noBody());
        var answer = api.send(post.build());
        refused(answer, 405, "only be read");
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET");
        var head = api.request(FINDINGS, token, "192.0.2.1").HEAD();
        assertThat(api.send(head.build()).statusCode()).isEqualTo(405);
    }

    @Test
    void the_description_is_open_to_everybody_and_only_can_be_read() {
        assertThat(api.get("/api/v1/openapi", null).statusCode()).isEqualTo(200);
        var post = api.request("/api/v1/openapi", null, "192.0.2.1").POST(BodyPublishers.noBody());
        refused(api.send(post.build()), 405, "only be read");
        var head = api.request("/api/v1/openapi", null, "192.0.2.1").HEAD();
        assertThat(api.send(head.build()).statusCode()).isEqualTo(405);
    }

    /** By Spring's firewall. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "//api/v1/findings",
                "/api//v1/findings",
                "/api/v1/findings;x=1",
                "/api;x/v1/findings",
                "/api/v1/findings?fr%0Aom=1"
            })
    void what_is_turned_away_before_anybody_looks_is_told_so_too(String address) {
        refused(api.get(address, api.token()), 400, "This isn't accepted");
    }

    @Test
    void another_method_than_there_are_is_told_so_too() {
        var request = api.request(FINDINGS, api.token(), "192.0.2.1").method("PROPFIND", BodyPublishers.noBody());

        refused(api.send(request.build()), 400, "This isn't accepted");
    }

    @Test
    void what_fails_before_its_first_row_has_nothing_of_the_file_that_it_was_to_be() {
        String token = api.token();
        database.sql().sql("alter table finding rename to finding_away").update();
        try {
            var answer = api.getCsv(FINDINGS, token);
            refused(answer, 500, "Something went wrong");
            assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
        } finally {
            database.sql().sql("alter table finding_away rename to finding").update();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "from=yesterday, from",
        "to=2026-02-30, to",
        "from=2026-06-01T00:00:00Z, from",
        "from=, from",
        "from=2026-06-02&to=2026-06-01, from",
        "from=2026-06-01&from=2026-06-02, from",
        "form=2026-06-01, form",
        "from=999999-01-01, from"
    })
    void a_bad_question_names_its_parameter(String query, String parameter) {
        var answer = api.get(FINDINGS + "?" + query, api.token());

        assertThat(refused(answer, 400, parameter).get("parameter").asString()).isEqualTo(parameter);
    }

    @Test
    void a_question_that_can_not_be_read_says_so() {
        refused(api.get(FINDINGS + "?from=%FF", api.token()), 400, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "nonsense"})
    void a_form_that_is_not_there_says_so(String accept) {
        var asked = api.request(FINDINGS, api.token(), "192.0.2.1").header("Accept", accept);

        refused(api.send(asked.build()), 406, "application/json");
    }

    @Test
    void with_the_database_away_programs_are_asked_to_come_again() {
        String token = api.token();
        try (var _ = database.away()) {
            var answer = api.get(FINDINGS, token);
            refused(answer, 503, "can't work with its database");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
        // The pool looks once a second whether it is back.
        await().atMost(Duration.ofSeconds(30))
                .until(() -> api.get(FINDINGS, token).statusCode() == 200);
    }

    @Test
    void a_token_stands_nowhere_and_that_it_was_made_and_revoked_stands_in_the_trail() {
        var person = api.person(Role.SUPERVISOR);
        var made = api.token(person, null);
        for (int call = 0; call < 5; call++) {
            api.get(FINDINGS, made.secret());
        }
        api.revoke(person, made);

        String rows = String.join(
                "\n",
                database.sql()
                        .sql("select t::text from personal_token t")
                        .query(String.class)
                        .list());
        List<String> entries = database.sql()
                .sql("""
                        select convert_from(e.bytes, 'UTF8') from audit_entry e
                        join audit_subject s on s.position = e.position
                        where s.kind = 'token' and s.id = ? order by e.position""")
                .param(made.token().id().toString())
                .query(String.class)
                .list();
        assertThat(rows).doesNotContain(made.secret(), made.secret().substring(10));
        assertThat(rows)
                .doesNotContain(java.util.HexFormat.of().formatHex(made.secret().getBytes(StandardCharsets.UTF_8)));
        assertThat(made.toString()).doesNotContain(made.secret());
        assertThat(entries).hasSize(3);
        assertThat(entries.get(0)).contains("account.token-made", person.id().toString());
        assertThat(entries.get(1)).contains("finding.exported", person.id().toString());
        assertThat(entries.get(2)).contains("account.token-revoked", person.id().toString());
        assertThat(String.join("", entries)).doesNotContain(made.secret());
    }

    private HttpResponse<String> guess(String token, String address) {
        return api.send(api.request(FINDINGS, token, address).build());
    }

    private int revoked(java.util.UUID person) {
        return database.sql()
                .sql("select count(*) from personal_token where person_id = ? and revoked_at is not null")
                .param(person)
                .query(Integer.class)
                .single();
    }

    private static JsonNode refused(HttpResponse<String> answer, int status, String words) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        var error = JsonMapper.builder().build().readTree(answer.body());
        assertThat(error.get("status").asInt()).isEqualTo(status);
        assertThat(error.get("error").asString()).contains(words);
        return error;
    }
}
