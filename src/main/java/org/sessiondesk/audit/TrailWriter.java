package org.sessiondesk.audit;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes facts as entries of the trail: one statement, however many they are. */
@Component
class TrailWriter {

    /**
     * Takes the head's lock, chains the entries behind it and moves it. {@code for update} waits for whoever commits at
     * the moment and then sees the head they left; the chain is computed here because only here that head is known.
     */
    private static final String APPEND = """
            with recursive
            given as (
                select *
                from unnest(cast(:bytes as bytea[]), cast(:actions as text[]),
                            cast(:actorKinds as text[]), cast(:actorIds as uuid[]))
                     with ordinality as entry (bytes, action, actor_kind, actor_id, n)
            ),
            head as (
                select position, chain from audit_head for update
            ),
            chained (n, position, chain) as (
                select cast(0 as bigint), position, chain from head
                union all
                select given.n, before.position + 1,
                       sha256(before.chain || sha256(decode('00', 'hex') || given.bytes))
                from chained before join given on given.n = before.n + 1
            ),
            entries as (
                insert into audit_entry (position, chain, bytes, at, action, actor_kind, actor_id)
                select chained.position, chained.chain, given.bytes, :at, given.action, given.actor_kind, given.actor_id
                from chained join given using (n)
            ),
            subjects as (
                insert into audit_subject (position, kind, id)
                select chained.position, subject.kind, subject.id
                from unnest(cast(:subjectEntries as bigint[]), cast(:subjectKinds as text[]), cast(:subjectIds as text[]))
                     as subject (n, kind, id)
                join chained using (n)
            ),
            texts as (
                insert into audit_text (position, name, content, salt)
                select chained.position, typed.name, typed.content, typed.salt
                from unnest(cast(:textEntries as bigint[]), cast(:textNames as text[]), cast(:textContents as text[]),
                            cast(:textSalts as bytea[]))
                     as typed (n, name, content, salt)
                join chained using (n)
            )
            update audit_head
            set position = chained.position, chain = chained.chain
            from chained
            where chained.n = :count
            """;

    private static final int SALT_BYTES = 16;

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    TrailWriter(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All of them get the same time: that of this call, right before the commit. */
    void append(List<Fact> facts) {
        Instant at = clock.instant();
        Columns columns = new Columns();
        for (Fact fact : facts) {
            columns.add(fact, at);
        }
        int heads = jdbc.sql(APPEND)
                .param("bytes", columns.bytes.toArray(byte[][]::new))
                .param("actions", columns.actions.toArray(String[]::new))
                .param("actorKinds", columns.actorKinds.toArray(String[]::new))
                .param("actorIds", columns.actorIds.toArray(String[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("subjectEntries", columns.subjectEntries.toArray(Long[]::new))
                .param("subjectKinds", columns.subjectKinds.toArray(String[]::new))
                .param("subjectIds", columns.subjectIds.toArray(String[]::new))
                .param("textEntries", columns.textEntries.toArray(Long[]::new))
                .param("textNames", columns.textNames.toArray(String[]::new))
                .param("textContents", columns.textContents.toArray(String[]::new))
                .param("textSalts", columns.textSalts.toArray(byte[][]::new))
                .param("count", facts.size())
                .update();
        if (heads != 1) {
            throw new IllegalStateException("the audit trail has no head: nothing can be recorded");
        }
    }

    /** The facts turned by a quarter: one array a column. */
    private final class Columns {

        private final List<byte[]> bytes = new ArrayList<>();
        private final List<String> actions = new ArrayList<>();
        private final List<String> actorKinds = new ArrayList<>();
        private final List<@Nullable String> actorIds = new ArrayList<>();
        private final List<Long> subjectEntries = new ArrayList<>();
        private final List<String> subjectKinds = new ArrayList<>();
        private final List<String> subjectIds = new ArrayList<>();
        private final List<Long> textEntries = new ArrayList<>();
        private final List<String> textNames = new ArrayList<>();
        private final List<String> textContents = new ArrayList<>();
        private final List<byte[]> textSalts = new ArrayList<>();

        void add(Fact fact, Instant at) {
            long n = actions.size() + 1L;
            actions.add(fact.action());
            actorKinds.add(EntryBytes.kind(fact.actor()));
            actorIds.add(fact.actor() instanceof Actor.Person(var account) ? account.toString() : null);
            for (Subject subject : fact.subjects()) {
                subjectEntries.add(n);
                subjectKinds.add(subject.kind());
                subjectIds.add(subject.id());
            }
            Map<String, byte[]> hashes = new TreeMap<>();
            fact.texts().forEach((name, text) -> {
                byte[] salt = new byte[SALT_BYTES];
                random.nextBytes(salt);
                hashes.put(name, EntryBytes.hash(salt, text.getBytes(StandardCharsets.UTF_8)));
                textEntries.add(n);
                textNames.add(name);
                textContents.add(text);
                textSalts.add(salt);
            });
            bytes.add(EntryBytes.of(fact, at, hashes));
        }
    }
}
