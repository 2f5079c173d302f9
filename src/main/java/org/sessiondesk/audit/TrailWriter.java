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

    /** As a function, because PostgreSQL would plan its statement anew each time, for longer than it takes. */
    private static final String APPEND = """
            select audit_append(
                cast(:bytes as bytea[]), cast(:actions as text[]), cast(:actorKinds as text[]), cast(:actorIds as uuid[]), :at,
                cast(:subjectEntries as bigint[]), cast(:subjectKinds as text[]), cast(:subjectIds as text[]),
                cast(:textEntries as bigint[]), cast(:textNames as text[]), cast(:textContents as text[]),
                cast(:textSalts as bytea[]))
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
        boolean headed = jdbc.sql(APPEND)
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
                .query(Boolean.class)
                .single();
        if (!headed) {
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
