package org.sessiondesk.ontime.wire;

import java.net.http.HttpHeaders;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What an exchange brought: a status with as much of the body as came, or nothing. */
public sealed interface Heard {

    /** How long it took. */
    Duration took();

    /**
     * A status line came.
     *
     * @param text the body, decoded without failing
     * @param flaw why the text can't be relied on (broken off, too long, not decodable); null if it is whole
     * @param brokenOff the flaw is the connection's or the time's, and may be gone at another try
     */
    record Answer(
            int status,
            HttpHeaders headers,
            String text,
            @Nullable String flaw,
            boolean brokenOff,
            Duration took) implements Heard {}

    /**
     * No status line came.
     *
     * @param sent whether any of the request's body may have left; if not, nobody can have acted on it
     */
    record Silence(String why, boolean sent, Duration took) implements Heard {}
}
