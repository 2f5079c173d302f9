package org.sessiondesk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sessiondesk.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringJUnitConfig(AuditRoom.class)
class AuditTrailDatabaseTest {

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    EntityManagerFactory entityManagers;

    @Autowired
    TestDatabase database;

    @Test
    void a_fact_without_a_transaction_is_refused() {
        assertThatIllegalStateException().isThrownBy(() -> trail.record(fact("alone")));
    }

    @Test
    void a_rolled_back_transaction_leaves_nothing_and_no_gap() {
        long before = head();
        transaction().executeWithoutResult(status -> {
            trail.record(fact("undone"));
            status.setRollbackOnly();
        });
        assertThat(head()).isEqualTo(before);
        commit(fact("kept"));
        assertThat(head()).isEqualTo(before + 1);
    }

    @Test
    void facts_of_a_transaction_stand_together_in_the_order_told() {
        UUID session = UUID.randomUUID();
        Subject subject = Subject.of("session", session);
        long before = head();
        commit(
                fact("first").about(subject).text("note", "one"),
                fact("second").about(subject),
                fact("third").about(subject).about("driver", UUID.randomUUID()));
        assertThat(jdbc.sql("select action from audit_entry where position > ? order by position")
                        .param(before)
                        .query(String.class)
                        .list())
                .containsExactly("test.first", "test.second", "test.third");
        assertThat(jdbc.sql("select position from audit_subject where kind = 'session' and id = ? order by position")
                        .param(session.toString())
                        .query(Long.class)
                        .list())
                .containsExactly(before + 1, before + 2, before + 3);
        assertThat(jdbc.sql("select content from audit_text where position = ? and name = 'note'")
                        .param(before + 1)
                        .query(String.class)
                        .single())
                .isEqualTo("one");
    }

    @Test
    void rows_of_jpa_are_flushed_before_the_head_is_taken() {
        long before = head();
        transaction().executeWithoutResult(_ -> {
            trail.record(fact("flushed"));
            Objects.requireNonNull(EntityManagerFactoryUtils.getTransactionalEntityManager(entityManagers))
                    .persist(new AuditRoom.FlushedRow(before));
        });
        assertThat(jdbc.sql("select head_then from flushed_row where id = ?")
                        .param(before)
                        .query(Long.class)
                        .single())
                .isEqualTo(before);
        assertThat(head()).isEqualTo(before + 1);
    }

    @Test
    void an_inner_transaction_keeps_its_facts_when_the_outer_rolls_back() {
        TransactionTemplate inner = transaction();
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        long before = head();
        transaction().executeWithoutResult(status -> {
            trail.record(fact("outer"));
            inner.executeWithoutResult(_ -> trail.record(fact("inner")));
            status.setRollbackOnly();
        });
        assertThat(jdbc.sql("select action from audit_entry where position > ?")
                        .param(before)
                        .query(String.class)
                        .list())
                .containsExactly("test.inner");
    }

    @Test
    void a_fact_after_the_trail_is_written_stops_the_commit() {
        long before = head();
        assertThatIllegalStateException()
                .isThrownBy(() -> transaction().executeWithoutResult(_ -> {
                    trail.record(fact("in-time"));
                    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                        @Override
                        public void beforeCommit(boolean readOnly) {
                            trail.record(fact("too-late"));
                        }
                    });
                }));
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void a_person_s_address_is_kept_as_a_text_and_only_a_person_s() {
        Subject subject = Subject.of("session", UUID.randomUUID());
        long before = head();
        commit(
                Fact.of("test.person", Actor.person(UUID.randomUUID())).about(subject),
                Fact.of("test.system", Actor.system()).about(subject));
        assertThat(jdbc.sql("select position || ' ' || name || ' ' || content from audit_text where position > ?")
                        .param(before)
                        .query(String.class)
                        .list())
                .containsExactly((before + 1) + " from 203.0.113.7");
    }

    @Test
    void positions_have_no_gap_and_follow_the_commits_however_many_write() throws Exception {
        long before = head();
        int writers = 8;
        int rounds = 40;
        // A writer's next transaction begins after its last one committed, so its own positions must rise.
        Callable<List<Long>> writer = () -> {
            List<Long> mine = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                String id = UUID.randomUUID().toString();
                boolean undone = round % 4 == 3;
                int facts = 1 + round % 3;
                transaction().executeWithoutResult(status -> {
                    IntStream.range(0, facts)
                            .forEach(n -> trail.record(fact("written").about(new Subject("round", id + "-" + n))));
                    if (undone) {
                        status.setRollbackOnly();
                    }
                });
                List<Long> positions = jdbc.sql(
                                "select position from audit_subject where kind = 'round' and id like ? order by id")
                        .param(id + "-%")
                        .query(Long.class)
                        .list();
                assertThat(positions).hasSize(undone ? 0 : facts);
                mine.addAll(positions);
            }
            return mine;
        };
        List<Long> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            List<Future<List<Long>>> running = new ArrayList<>();
            for (int n = 0; n < writers; n++) {
                running.add(threads.submit(writer));
            }
            for (Future<List<Long>> each : running) {
                assertThat(each.get()).isSorted();
                all.addAll(each.get());
            }
        }
        assertThat(all.stream().sorted().toList())
                .isEqualTo(IntStream.rangeClosed(1, all.size())
                        .mapToObj(n -> before + n)
                        .toList());
        assertThat(head()).isEqualTo(before + all.size());
        assertThat(new TrailCheck(new TrailRows(jdbc), (_, _) -> {}).run()).isInstanceOf(Verification.Whole.class);
    }

    @Test
    void the_running_role_can_only_append_and_move_the_head() {
        commit(fact("kept").about("session", UUID.randomUUID()).text("note", "kept"));
        for (String refused : List.of(
                "update audit_entry set action = 'test.other'",
                "delete from audit_entry",
                "truncate audit_entry",
                "update audit_subject set id = 'x'",
                "delete from audit_subject",
                "update audit_text set content = 'x'",
                "delete from audit_text",
                "insert into audit_head (one_row, position, chain) values (true, 0, '')",
                "delete from audit_head")) {
            assertThatThrownBy(() -> jdbc.sql(refused).update())
                    .as(refused)
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void the_owner_s_own_slip_is_refused_too() {
        for (String refused : List.of(
                "update audit_entry set action = 'test.other'",
                "delete from audit_entry",
                "truncate audit_entry",
                "update audit_subject set id = 'x'",
                "delete from audit_subject",
                "truncate audit_subject",
                "update audit_text set content = 'x'",
                "truncate audit_text",
                "delete from audit_head",
                "truncate audit_head")) {
            assertThatThrownBy(() -> database.sql().sql(refused).update())
                    .as(refused)
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("only ever appended to");
        }
    }

    @Test
    void the_auditor_s_role_reads_all_but_the_salts() {
        JdbcClient auditor = JdbcClient.create(database.auditor());
        for (String read : List.of(
                "select * from audit_entry limit 1",
                "select * from audit_subject limit 1",
                "select * from audit_head",
                "select position, name, content from audit_text limit 1")) {
            assertThat(auditor.sql(read).query().listOfRows()).as(read).hasSizeLessThanOrEqualTo(1);
        }
        assertThatThrownBy(
                        () -> auditor.sql("select salt from audit_text").query().listOfRows())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(
                        () -> auditor.sql("update audit_head set position = 0").update())
                .hasStackTraceContaining("permission denied");
    }

    private void commit(Fact... facts) {
        transaction().executeWithoutResult(_ -> List.of(facts).forEach(trail::record));
    }

    private TransactionTemplate transaction() {
        return new TransactionTemplate(transactions);
    }

    private long head() {
        return jdbc.sql("select position from audit_head").query(Long.class).single();
    }

    private static Fact fact(String what) {
        return Fact.of("test." + what, Actor.system()).detail("given", new HashMap<>(Map.of("some", 1)));
    }
}
