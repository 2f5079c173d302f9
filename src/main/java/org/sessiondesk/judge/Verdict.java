package org.sessiondesk.judge;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a session by its vehicle's line.
 *
 * @param asked set if other lines were asked: the verdict then also hangs on them. It has to be looked at again when a
 *     session of another vehicle changes that began in this time, or whose neighbours in its line began in it or on
 *     both sides of it
 */
public record Verdict(List<Finding> findings, @Nullable Asked asked) {

    /** Nothing is wrong, and nobody was asked. */
    public static final Verdict CLEAN = new Verdict(List.of(), null);

    /** The time that other lines were asked about. */
    public record Asked(Instant from, Instant until) {}

    public Verdict {
        findings = List.copyOf(findings);
    }
}
