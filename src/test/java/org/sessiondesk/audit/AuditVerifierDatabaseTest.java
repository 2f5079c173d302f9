package org.sessiondesk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sessiondesk.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Six entries, and whatever somebody with every right might do to them. */
@SpringJUnitConfig(AuditRoom.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class AuditVerifierDatabaseTest {

    private static final String WITHOUT_NET =
            "alter table audit_entry disable trigger all; alter table audit_subject disable trigger all;"
                    + " alter table audit_text disable trigger all; alter table audit_head disable trigger all;";

    @Autowired
    AuditTrail trail;

    @Autowired
    AuditVerifier verifier;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    TestDatabase database;

    @BeforeEach
    void six_entries_and_an_auditor() {
        as("AUDITOR");
        if (verify() instanceof Verification.Whole whole && whole.entries() == 0) {
            for (int n = 1; n <= 6; n++) {
                Fact fact = Fact.of("test.done", Actor.person(new UUID(0, n)))
                        .about("session", new UUID(1, n))
                        .about("driver", new UUID(2, n))
                        .detail("n", n)
                        .text("note", "note " + n);
                new TransactionTemplate(transactions).executeWithoutResult(_ -> trail.record(fact));
            }
        }
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void an_untouched_trail_is_whole_and_says_how_far_it_got() {
        List<Long> told = new ArrayList<>();
        Verification result = verifier.verify((checked, of) -> told.add(checked * 100 / of));
        assertThat(result).isInstanceOfSatisfying(Verification.Whole.class, whole -> {
            assertThat(whole.entries()).isEqualTo(6);
            assertThat(whole.head())
                    .isEqualTo(database.sql()
                            .sql("select chain from audit_head")
                            .query(byte[].class)
                            .single());
        });
        assertThat(told).last().isEqualTo(100L);
    }

    @Test
    void only_auditors_and_administrators_verify() {
        as("SUPERVISOR");
        assertThatThrownBy(this::verify).isInstanceOf(AccessDeniedException.class);
        as("ADMINISTRATOR");
        assertThat(verify()).isInstanceOf(Verification.Whole.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void what_was_done_by_hand_is_found_at_its_place(String what, long position, String why, String sql)
            throws Exception {
        assertThat(after(sql)).isInstanceOfSatisfying(Verification.Broken.class, broken -> {
            assertThat(broken.position()).isEqualTo(position);
            assertThat(broken.why()).contains(why);
        });
    }

    static Stream<Arguments> what_was_done_by_hand_is_found_at_its_place() {
        String rechained = """
                with recursive redone (position, chain) as (
                    select cast(0 as bigint), decode(repeat('00', 32), 'hex')
                    union all
                    select e.position, sha256(r.chain || sha256(decode('00', 'hex') || e.bytes))
                    from redone r join audit_entry e on e.position = r.position + 1
                ), entries as (
                    update audit_entry e set chain = r.chain from redone r where r.position = e.position
                )
                update audit_head h set position = r.position, chain = r.chain from redone r
                where r.position = (select max(position) from redone)
                """;
        return Stream.of(
                arguments("bytes", 3, "hash", change("audit_entry", "bytes = bytes || 'x'", 3)),
                arguments("chain", 4, "hash", change("audit_entry", "chain = sha256(chain)", 4)),
                arguments("at", 2, "column at", change("audit_entry", "at = at + interval '1 microsecond'", 2)),
                arguments("action", 2, "column action", change("audit_entry", "action = 'test.other'", 2)),
                arguments("actor kind", 2, "column actor_kind", change("audit_entry", "actor_kind = 'system'", 2)),
                arguments("actor", 2, "column actor_id", change("audit_entry", "actor_id = null", 2)),
                arguments("an entry removed", 3, "missing", "delete from audit_entry where position = 3"),
                arguments("the first removed", 1, "missing", "delete from audit_entry where position = 1"),
                arguments("the last removed", 6, "missing", "delete from audit_entry where position = 6"),
                arguments("all removed", 1, "missing", "delete from audit_entry"),
                arguments(
                        "an entry before the first",
                        0,
                        "slipped in",
                        "alter table audit_entry drop constraint audit_entry_position_from_one; " + copy("0")),
                arguments("an entry behind the head", 7, "hash", copy("7")),
                arguments(
                        "an entry twice",
                        6,
                        "slipped in",
                        "alter table audit_entry drop constraint audit_entry_pk; " + copy("6")),
                arguments(
                        "two entries exchanged",
                        3,
                        "hash",
                        "update audit_entry e set bytes = o.bytes from audit_entry o"
                                + " where e.position in (3, 4) and o.position = 7 - e.position"),
                arguments("a record renamed", 5, "audit_subject", change("audit_subject", "id = id || 'x'", 5)),
                arguments("a record removed", 5, "audit_subject", "delete from audit_subject where position = 5"),
                arguments(
                        "a record added",
                        5,
                        "audit_subject",
                        "insert into audit_subject (position, kind, id) values (5, 'session', 'x')"),
                arguments(
                        "a record of no entry",
                        9,
                        "doesn't exist",
                        "insert into audit_subject (position, kind, id) values (9, 'session', 'x')"),
                arguments(
                        "a record of no entry, before all",
                        -1,
                        "doesn't exist",
                        "insert into audit_subject (position, kind, id) values (-1, 'session', 'x')"),
                arguments("a text", 4, "'note'", change("audit_text", "content = 'other'", 4) + " and name = 'note'"),
                arguments(
                        "a salt",
                        4,
                        "'note'",
                        change("audit_text", "salt = '\\x00112233445566778899aabbccddeeff'", 4) + " and name = 'note'"),
                arguments(
                        "a text added",
                        4,
                        "know no text",
                        "insert into audit_text select position, 'more', content, salt from audit_text"
                                + " where position = 4 and name = 'note'"),
                arguments(
                        "a text of no entry",
                        8,
                        "doesn't exist",
                        "insert into audit_text select 8, name, content, salt from audit_text where position = 4"),
                arguments("the head's hash", 6, "head", "update audit_head set chain = sha256(chain)"),
                arguments("the head forward", 7, "missing", "update audit_head set position = 7"),
                arguments("the head back", 6, "head", "update audit_head set position = 5"),
                arguments("no head", 6, "head", "delete from audit_head"),
                arguments(
                        "bytes of another form, the chain made anew",
                        2,
                        "canonical",
                        change(
                                        "audit_entry",
                                        "bytes = replace(convert_from(bytes, 'UTF8'), '{\"action', '{ \"action')::bytea",
                                        2)
                                + "; " + rechained),
                arguments(
                        "no bytes of an entry, the chain made anew",
                        2,
                        "can't be read",
                        change("audit_entry", "bytes = 'x'", 2) + "; " + rechained));
    }

    @Test
    void an_erased_text_is_no_break() throws Exception {
        assertThat(after("delete from audit_text where position in (2, 3)")).isInstanceOf(Verification.Whole.class);
    }

    @Test
    void the_query_in_the_document_finds_the_same_entry() throws Exception {
        String document = Files.readString(Path.of("docs/audit-format.md"));
        String query = document.substring(document.indexOf("```sql") + 6);
        String sql = query.substring(0, query.indexOf("```")).strip().replace(";", "");
        assertThat(database.sql().sql(sql).query(Long.class).optional()).isEmpty();
        long found = tampered(
                change("audit_entry", "bytes = bytes || 'x'", 3),
                jdbc -> jdbc.sql(sql).query(Long.class).single());
        assertThat(found).isEqualTo(3);
    }

    private static String change(String table, String set, int position) {
        return "update " + table + " set " + set + " where position = " + position;
    }

    private static String copy(String position) {
        return "insert into audit_entry select " + position
                + ", chain, bytes, at, action, actor_kind, actor_id from audit_entry where position = 6";
    }

    private Verification after(String sql) throws Exception {
        return tampered(sql, jdbc -> new TrailCheck(new TrailRows(jdbc), (_, _) -> {}).run());
    }

    /** In a transaction that is thrown away, so that each starts from the same six entries. */
    private <T> T tampered(String sql, Function<JdbcClient, T> look) throws Exception {
        try (Connection connection = database.owner().getConnection()) {
            connection.setAutoCommit(false);
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            connection.createStatement().execute(WITHOUT_NET + sql);
            T seen = look.apply(jdbc);
            connection.rollback();
            return seen;
        }
    }

    private Verification verify() {
        return verifier.verify((_, _) -> {});
    }

    private static void as(String role) {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("somebody", "", "ROLE_" + role));
    }
}
