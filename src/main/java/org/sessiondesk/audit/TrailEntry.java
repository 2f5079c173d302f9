package org.sessiondesk.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the trail, as written.
 *
 * @param position 1 for the first entry; no gaps, in the order of the commits
 * @param at the database's clock right before the commit
 * @param details as {@link Fact#details}: numbers are {@code Long}, instants and ids text
 * @param texts what people typed, by name; null where a text was erased since
 */
public record TrailEntry(
        long position,
        Instant at,
        Actor actor,
        String action,
        List<Subject> subjects,
        Map<String, @Nullable Object> details,
        Map<String, @Nullable String> texts) {}
