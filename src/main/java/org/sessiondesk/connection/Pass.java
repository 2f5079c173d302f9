package org.sessiondesk.connection;

import java.time.Instant;

/** Whether one request may leave now. */
public sealed interface Pass {

    /** It may. */
    record Go() implements Pass {}

    /** It may as the only one: what becomes of it decides whether the others may follow. */
    record Probe() implements Pass {}

    /** It may not; ask again then, or at {@code CONNECTION} news. */
    record Wait(Instant until) implements Pass {}
}
