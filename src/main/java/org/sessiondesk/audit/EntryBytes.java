package org.sessiondesk.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bytes of an entry: version 1 of the form written down in {@code docs/audit-format.md}. It never changes; another
 * form is another version.
 */
final class EntryBytes {

    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.shared();

    private EntryBytes() {}

    static byte[] of(Fact fact, Instant at, Map<String, byte[]> textHashes) {
        Map<String, @Nullable Object> members = new HashMap<>();
        members.put("v", VERSION);
        members.put("at", Details.text(at));
        members.put("action", fact.action());
        members.put("actor", actor(fact.actor()));
        members.put("subjects", subjects(fact.subjects()));
        members.put("details", fact.details());
        members.put("texts", hex(textHashes));
        try {
            return new JsonCanonicalizer(JSON.writeValueAsString(members)).getEncodedUTF8();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String kind(Actor actor) {
        return switch (actor) {
            case Actor.Person _ -> "person";
            case Actor.System _ -> "system";
            case Actor.OnTime _ -> "ontime";
        };
    }

    static byte[] hash(byte[] salt, byte[] text) {
        MessageDigest digest = sha256();
        digest.update(salt);
        return digest.digest(text);
    }

    private static Map<String, String> actor(Actor actor) {
        return actor instanceof Actor.Person(var account)
                ? Map.of("kind", kind(actor), "id", account.toString())
                : Map.of("kind", kind(actor));
    }

    private static List<Map<String, String>> subjects(List<Subject> subjects) {
        return subjects.stream()
                .map(subject -> Map.of("kind", subject.kind(), "id", subject.id()))
                .toList();
    }

    private static Map<String, String> hex(Map<String, byte[]> hashes) {
        Map<String, String> hex = new HashMap<>();
        hashes.forEach((name, hash) -> hex.put(name, HexFormat.of().formatHex(hash)));
        return hex;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
