package org.sessiondesk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringJUnitConfig(AuditRoom.class)
class AuditQueriesDatabaseTest {

    @Autowired
    AuditTrail trail;

    @Autowired
    AuditQueries queries;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    TestDatabase database;

    private final UUID person = UUID.randomUUID();
    private final Subject session = Subject.of("session", UUID.randomUUID());

    @BeforeEach
    void an_auditor_reads() {
        as("AUDITOR");
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void an_entry_reads_as_it_was_told() {
        commit(corrected().detail("before", 52310).text("note", "Grüße"));
        TrailEntry entry = queries.history(session, 10).getFirst();
        assertThat(entry.action()).isEqualTo("session.corrected");
        assertThat(entry.at()).isEqualTo(AuditRoom.NOW);
        assertThat(entry.actor()).isEqualTo(Actor.person(person));
        assertThat(entry.subjects()).containsExactly(session);
        assertThat(entry.details()).isEqualTo(Map.of("before", 52310L));
        assertThat(entry.texts()).isEqualTo(Map.of("note", "Grüße", "from", "203.0.113.7"));
    }

    @Test
    void the_same_number_draws_the_same_sample_again_and_another_one_another() {
        for (int n = 1; n <= 40; n++) {
            commit(corrected().detail("n", n));
        }
        TrailFilter mine = TrailFilter.everything().withPerson(person);

        TrailSample drawn = queries.sample(mine, 4711, 10);

        assertThat(drawn.ofAll()).isEqualTo(40);
        assertThat(drawn.entries())
                .hasSize(10)
                .isEqualTo(queries.sample(mine, 4711, 10).entries());
        assertThat(drawn.entries()).isNotEqualTo(queries.sample(mine, 4712, 10).entries());
        assertThat(drawn.entries()).allMatch(entry -> entry.actor().equals(Actor.person(person)));
        assertThat(queries.sample(mine.withActions(Set.of("no.such")), 1, 10)).isEqualTo(new TrailSample(List.of(), 0));
    }

    @Test
    void the_end_is_the_last_entrys_hash() {
        commit(corrected());
        TrailEnd end = queries.end();

        assertThat(end.entries())
                .isEqualTo(queries.history(session, 1).getFirst().position());
        assertThat(end.chain()).matches("[0-9a-f]{64}");
    }

    @Test
    void pages_follow_each_other_newest_first() {
        for (int n = 1; n <= 5; n++) {
            commit(corrected().detail("n", n));
        }
        TrailFilter mine = TrailFilter.everything().withPerson(person);
        List<TrailEntry> first = queries.page(mine, null, 2);
        List<TrailEntry> second = queries.page(mine, first.getLast().position(), 2);
        List<TrailEntry> third = queries.page(mine, second.getLast().position(), 2);
        assertThat(List.of(n(first.get(0)), n(first.get(1)), n(second.get(0)), n(second.get(1)), n(third.get(0))))
                .containsExactly(5L, 4L, 3L, 2L, 1L);
        assertThat(third).hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> queries.page(mine, null, 201));
    }

    @Test
    void every_part_of_a_filter_narrows() {
        commit(corrected(), Fact.of("session.undone", Actor.system()).about(session));
        TrailFilter here = TrailFilter.everything().withSubject(session);
        assertThat(actions(here)).containsExactly("session.undone", "session.corrected");
        assertThat(actions(here.withPerson(person))).containsExactly("session.corrected");
        assertThat(actions(here.withActions(Set.of("session.undone", "session.created"))))
                .containsExactly("session.undone");
        assertThat(actions(here.withPeriod(AuditRoom.NOW, AuditRoom.NOW.plusSeconds(1))))
                .hasSize(2);
        assertThat(actions(here.withPeriod(null, AuditRoom.NOW))).isEmpty();
        assertThat(actions(here.withPeriod(AuditRoom.NOW.plusSeconds(1), null))).isEmpty();
    }

    @Test
    void accounts_and_addresses_are_for_auditors_and_administrators() {
        commit(corrected(), Fact.of("account.added", Actor.person(person)).about(session));
        for (String role : List.of("AUDITOR", "ADMINISTRATOR")) {
            as(role);
            List<TrailEntry> seen = queries.history(session, 10);
            assertThat(seen).hasSize(2).allMatch(entry -> entry.texts().containsKey("from"));
            assertThat(queries.actions()).contains("account.added", "session.corrected");
        }
        for (String role : List.of("SUPERVISOR", "PAYROLL")) {
            as(role);
            List<TrailEntry> seen = queries.history(session, 10);
            assertThat(seen)
                    .hasSize(1)
                    .allMatch(entry -> entry.action().equals("session.corrected"))
                    .noneMatch(entry -> entry.texts().containsKey("from"));
            assertThat(queries.actions()).contains("session.corrected").doesNotContain("account.added");
        }
    }

    @Test
    void who_has_no_role_here_reads_nothing() {
        as("DRIVER");
        assertThatThrownBy(() -> queries.history(session, 1)).isInstanceOf(AccessDeniedException.class);
        SecurityContextHolder.clearContext();
        assertThatThrownBy(queries::actions).isInstanceOf(AuthenticationCredentialsNotFoundException.class);
    }

    @Test
    void an_erased_text_is_shown_as_erased() {
        commit(corrected().text("note", "to be forgotten"));
        database.sql()
                .sql("delete from audit_text where content = 'to be forgotten'")
                .update();
        assertThat(queries.history(session, 1).getFirst().texts())
                .containsEntry("note", null)
                .containsEntry("from", "203.0.113.7");
    }

    /** In a transaction that is thrown away: sixty thousand entries nobody recorded would break the others' trail. */
    @Test
    void every_way_to_narrow_has_its_index() throws Exception {
        try (Connection connection = database.owner().getConnection()) {
            connection.setAutoCommit(false);
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            jdbc.sql("""
                            insert into audit_entry (position, chain, bytes, at, action, actor_kind, actor_id)
                            select 1000000 + n, sha256('x'), repeat('x', 400)::bytea,
                                   timestamptz '2026-01-01' + n * interval '1 minute',
                                   case when n % 1000 = 0 then 'session.undone' else 'session.corrected' end,
                                   'person', lpad(to_hex(n % 500), 32, '0')::uuid
                            from generate_series(1, 60000) n
                            """).update();
            jdbc.sql("""
                            insert into audit_subject (position, kind, id)
                            select 1000000 + n, 'session', (n % 9000)::text from generate_series(1, 60000) n
                            """).update();
            jdbc.sql("analyze audit_entry, audit_subject").update();
            TrailFilter all = TrailFilter.everything();
            assertThat(plan(jdbc, all)).contains("Index Scan Backward using audit_entry_pk");
            assertThat(plan(jdbc, all.withPerson(new UUID(0, 7)))).contains("audit_entry_actor");
            assertThat(plan(jdbc, all.withSubject(new Subject("session", "7")))).contains("audit_subject_history");
            assertThat(plan(jdbc, all.withActions(Set.of("session.undone")))).contains("audit_entry_action");
            Instant day = Instant.parse("2026-01-03T00:00:00Z");
            assertThat(plan(jdbc, all.withPeriod(day, day.plusSeconds(600)))).contains("audit_entry_at");
            connection.rollback();
        }
    }

    private static String plan(JdbcClient jdbc, TrailFilter filter) {
        AuditQueries.TrailSql sql = AuditQueries.TrailSql.of(filter, 1_059_000L, false);
        String plan = String.join(
                "\n",
                jdbc.sql("explain " + sql.page())
                        .params(sql.params())
                        .param("limit", 50)
                        .query(String.class)
                        .list());
        assertThat(plan).doesNotContain("Seq Scan");
        return plan;
    }

    private Fact corrected() {
        return Fact.of("session.corrected", Actor.person(person)).about(session);
    }

    private List<String> actions(TrailFilter filter) {
        return queries.page(filter, null, 50).stream().map(TrailEntry::action).toList();
    }

    private static Object n(TrailEntry entry) {
        return Objects.requireNonNull(entry.details().get("n"));
    }

    private void commit(Fact... facts) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(_ -> List.of(facts).forEach(trail::record));
    }

    private static void as(String role) {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("somebody", "", "ROLE_" + role));
    }
}
