package org.sessiondesk.bench;

import java.time.Instant;
import java.util.UUID;

/** What waits to be sent, with what is sent. */
class EnversOutbox {

    UUID id = UUID.randomUUID();
    UUID sessionId = id;
    String payload = "";
    Instant queuedAt = Instant.EPOCH;
    Instant nextAttemptAt = Instant.EPOCH;

    protected EnversOutbox() {}

    EnversOutbox(UUID sessionId, String payload, Instant queuedAt, Instant nextAttemptAt) {
        this.sessionId = sessionId;
        this.payload = payload;
        this.queuedAt = queuedAt;
        this.nextAttemptAt = nextAttemptAt;
    }
}
