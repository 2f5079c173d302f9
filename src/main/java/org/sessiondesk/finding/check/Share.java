package org.sessiondesk.finding.check;

import java.util.List;
import java.util.UUID;

/** Lines whose vehicle or driver is between these two, both included, in PostgreSQL's order. */
record Share(UUID from, UUID until) {

    static final Share ALL = new Share(new UUID(0, 0), new UUID(-1, -1));

    /** Of about the same size, as IDs are made by chance. */
    static final List<Share> HALVES = List.of(
            new Share(ALL.from, new UUID(Long.MAX_VALUE, -1)), new Share(new UUID(Long.MIN_VALUE, 0), ALL.until));
}
