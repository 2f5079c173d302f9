package org.sessiondesk.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Every request that reached the API, in order, also over restarts. No header and so no key is kept. */
final class RequestLog implements AutoCloseable {

    private static final int MOST_IN_MEMORY = 200_000;
    private static final int MOST_OF_A_BODY = 4_096;

    private final Deque<Entry> entries = new ArrayDeque<>();
    private final JsonLines lines;
    private long lastNumber;

    RequestLog(Path folder) {
        var file = folder.resolve("requests.jsonl");
        for (var line : JsonLines.read(file)) {
            keep(Wire.JSON.treeToValue(line, Entry.class));
        }
        this.lines = JsonLines.open(file);
    }

    /**
     * One request.
     *
     * @param path with its query
     * @param session the session it was about: of the path, of the body, or the one a create made
     * @param status what was answered; 0 where the connection was cut
     * @param bodyHash SHA-256 of the body, null without one
     * @param stored whether a POST changed the records, whatever was answered
     * @param fault what struck it
     */
    public record Entry(
            long number,
            Instant at,
            String method,
            String path,
            Call.Kind call,
            @Nullable UUID session,
            int status,
            @Nullable String bodyHash,
            @Nullable String body,
            boolean stored,
            boolean created,
            @Nullable FaultKind fault) {}

    /** Writes the entry before its answer leaves; the number is given here. */
    synchronized void add(Entry entry) {
        var numbered = new Entry(
                lastNumber + 1,
                entry.at(),
                entry.method(),
                entry.path(),
                entry.call(),
                entry.session(),
                entry.status(),
                entry.bodyHash(),
                entry.body(),
                entry.stored(),
                entry.created(),
                entry.fault());
        keep(numbered);
        lines.append(Wire.JSON.valueToTree(numbered), false);
    }

    private void keep(Entry entry) {
        lastNumber = entry.number();
        entries.add(entry);
        if (entries.size() > MOST_IN_MEMORY) {
            entries.removeFirst();
        }
    }

    synchronized List<Entry> list(Predicate<Entry> which) {
        return entries.stream().filter(which).toList();
    }

    synchronized int size() {
        return entries.size();
    }

    synchronized long lastNumber() {
        return lastNumber;
    }

    static @Nullable String hash(byte[] body) {
        if (body.length == 0) {
            return null;
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static @Nullable String text(byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), MOST_OF_A_BODY));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
