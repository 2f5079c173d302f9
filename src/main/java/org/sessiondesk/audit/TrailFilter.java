package org.sessiondesk.audit;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries to show; what is null or empty doesn't narrow.
 *
 * @param actions entries of any of these
 * @param from the first instant that counts
 * @param to the first instant that no longer counts
 */
public record TrailFilter(
        @Nullable UUID person,
        @Nullable Subject subject,
        Set<String> actions,
        @Nullable Instant from,
        @Nullable Instant to) {

    public TrailFilter {
        actions = Set.copyOf(actions);
    }

    public static TrailFilter everything() {
        return new TrailFilter(null, null, Set.of(), null, null);
    }

    public TrailFilter withPerson(@Nullable UUID account) {
        return new TrailFilter(account, subject, actions, from, to);
    }

    public TrailFilter withSubject(@Nullable Subject about) {
        return new TrailFilter(person, about, actions, from, to);
    }

    public TrailFilter withActions(Set<String> only) {
        return new TrailFilter(person, subject, only, from, to);
    }

    public TrailFilter withPeriod(@Nullable Instant first, @Nullable Instant end) {
        return new TrailFilter(person, subject, actions, first, end);
    }
}
