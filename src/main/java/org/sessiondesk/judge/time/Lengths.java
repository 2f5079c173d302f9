package org.sessiondesk.judge.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.LineSession;

/**
 * How long sessions are, learnt from those round one: medians, so that a few wrong ones don't count.
 *
 * @param usual in seconds
 * @param spread how far a session's length usually strays from it, in seconds
 * @param learnt whether there were three to learn from
 */
public record Lengths(double usual, double spread, boolean learnt) {

    private static final double NOT_LEARNT = Duration.ofHours(9).toSeconds();
    private static final double LEAST_SPREAD = Duration.ofMinutes(45).toSeconds();
    private static final long LONGEST = Duration.ofHours(20).toSeconds();

    /** Of the sessions of a line but one. */
    public static Lengths of(List<LineSession> sessions, int but) {
        double[] lengths = IntStream.range(0, sessions.size())
                .filter(i -> i != but)
                .mapToObj(sessions::get)
                .map(Lengths::of)
                .filter(Objects::nonNull)
                .mapToDouble(Duration::toSeconds)
                .filter(length -> length >= 600 && length <= LONGEST)
                .sorted()
                .toArray();
        if (lengths.length < 3) {
            return new Lengths(NOT_LEARNT, Duration.ofHours(2).toSeconds(), false);
        }
        double median = lengths[lengths.length / 2];
        double[] deviations =
                Arrays.stream(lengths).map(l -> Math.abs(l - median)).sorted().toArray();
        double spread = Math.max(LEAST_SPREAD, 1.4826 * deviations[deviations.length / 2]);
        return new Lengths(median, spread, true);
    }

    /** From log-in to log-out; none while either is missing or they are the wrong way round. */
    public static @Nullable Duration of(LineSession session) {
        Instant in = session.values().logIn();
        Instant out = session.values().logOut();
        return in == null || out == null || out.isBefore(in) ? null : Duration.between(in, out);
    }

    boolean beyond(Duration length, double spreads) {
        return length.toSeconds() > usual + spreads * spread;
    }

    /** How unlike the usual a length is; the same for half and double. */
    public double unlike(Duration length) {
        long seconds = length.toSeconds();
        return seconds <= 0 ? 100 : Math.abs(Math.log(seconds / usual));
    }

    /** How far beyond the usual a length is; 0 up to it. */
    double beyond(Duration length) {
        return Math.max(0, Math.log(Math.max(1, length.toSeconds()) / usual));
    }

    Duration asDuration() {
        return Duration.ofMinutes(Math.round(usual / 60));
    }
}
