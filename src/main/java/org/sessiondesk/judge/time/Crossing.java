package org.sessiondesk.judge.time;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.Cause;
import org.sessiondesk.judge.Finding;
import org.sessiondesk.judge.LineSession;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.judge.Severity;
import org.sessiondesk.judge.Suggestion;
import org.sessiondesk.judge.Why;
import org.sessiondesk.session.SessionField;

/**
 * Two sessions at the same time.
 *
 * @param first the one that began first
 * @param firstIsWrong whether its log-out is too late; else the second's log-in is too early
 */
public record Crossing(LineSession first, LineSession second, boolean firstIsWrong) {

    private static final Duration TOLERATED = Duration.ofMinutes(1);
    private static final double CLEARLY = 0.3;

    /** How two sessions cross, if they do; by the lengths that they would have if one of them were mended. */
    public static @Nullable Crossing of(LineSession first, LineSession second, Lengths lengths) {
        Instant in = first.values().logIn();
        Instant out = first.values().logOut();
        Instant secondIn = second.values().logIn();
        if (in == null || out == null || secondIn == null || !out.isAfter(secondIn.plus(TOLERATED))) {
            return null;
        }
        Duration length = Duration.between(in, out);
        Instant secondOut = second.values().logOut();
        if (secondOut != null && secondOut.isBefore(secondIn)) {
            // Its times are told as wrong; nobody is blamed by them.
            return null;
        }
        if (secondOut == null || !secondOut.isAfter(out)) {
            return new Crossing(first, second, true);
        }
        double longer = lengths.beyond(length) - lengths.beyond(Duration.between(secondIn, secondOut));
        if (Math.abs(longer) > CLEARLY) {
            return new Crossing(first, second, longer > 0);
        }
        double firstMended =
                lengths.unlike(Duration.between(in, secondIn)) + lengths.unlike(Duration.between(secondIn, secondOut));
        double secondMended = lengths.unlike(length) + lengths.unlike(Duration.between(out, secondOut));
        return new Crossing(first, second, firstMended <= secondMended + 0.1);
    }

    /** The one that is wrong. */
    public LineSession wrong() {
        return firstIsWrong ? first : second;
    }

    /** The finding on the one that is wrong. */
    public Finding finding(Rule rule, Severity severity) {
        Instant out = first.values().logOut();
        Instant in = second.values().logIn();
        if (out == null || in == null) {
            throw new IllegalStateException("no crossing");
        }
        SessionField field = firstIsWrong ? SessionField.LOG_OUT : SessionField.LOG_IN;
        Cause cause = rule == Rule.DRIVER_OVERLAP ? Cause.NEXT_LOG_IN : Cause.VEHICLE_TAKEN_OVER;
        Why why = new Why(firstIsWrong ? cause : Cause.OTHER_SESSION, 0, 0, null, null);
        Suggestion mend = new Suggestion(field, firstIsWrong ? in : out, why, 0.5);
        return new Finding(
                wrong().id(),
                rule,
                severity,
                field,
                firstIsWrong ? second.id() : first.id(),
                Duration.between(in, out).toSeconds(),
                0L,
                false,
                List.of(mend));
    }
}
