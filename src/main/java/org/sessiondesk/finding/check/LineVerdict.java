package org.sessiondesk.finding.check;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.finding.check.Lines.Window;
import org.sessiondesk.judge.Finding;
import org.sessiondesk.judge.Verdict;

/**
 * What one line says of a session.
 *
 * @param window what it was judged by; null if it stands in no such line
 */
record LineVerdict(
        UUID session,
        Which line,
        List<Finding> findings,
        Verdict.@Nullable Asked asked,
        @Nullable Window window) {

    /** Whose line. */
    enum Which {
        VEHICLE,
        DRIVER
    }

    /** It stands in none. */
    static LineVerdict none(UUID session, Which line) {
        return new LineVerdict(session, line, List.of(), null, null);
    }

    /** Nothing to store. */
    boolean silent() {
        return findings.isEmpty() && asked == null;
    }

    /** One text for all that is stored. */
    String text() {
        return FindingText.of(findings);
    }

    /** Of the values that it and its neighbours there have. */
    String print() {
        return window == null ? "" : window.print();
    }

    @Nullable
    Instant askedFrom() {
        return asked == null ? null : asked.from();
    }

    @Nullable
    Instant askedUntil() {
        return asked == null ? null : asked.until();
    }

    boolean sameAs(@Nullable StoredVerdict stored) {
        return stored == null
                ? silent()
                : !silent()
                        && text().equals(stored.findings())
                        && Objects.equals(askedFrom(), stored.askedFrom())
                        && Objects.equals(askedUntil(), stored.askedUntil());
    }

    /** As it stands in the database. */
    record StoredVerdict(
            UUID session,
            Which line,
            String findings,
            @Nullable Instant askedFrom,
            @Nullable Instant askedUntil) {}
}
