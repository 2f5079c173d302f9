package org.sessiondesk.finding;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.Role;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.session.SessionField;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people say about findings. Each act stands in the trail, and what hangs on it is judged again at once. */
@Service
@PreAuthorize(Role.MAY_CORRECT)
@Transactional
public class FindingActs {

    /** The longest note. */
    public static final int LONGEST_NOTE = 2_000;

    private static final Set<SessionField> READINGS = Set.of(SessionField.START_MILEAGE, SessionField.END_MILEAGE);

    private final ActRows rows;

    FindingActs(ActRows rows) {
        this.rows = rows;
    }

    /** What became of an act. */
    public enum Outcome {
        /** Done. */
        DONE,
        /** There is nothing to do it to: it was settled meanwhile, or done already. */
        NOTHING_THERE,
        /** Its day is settled, and what it counts for would change. */
        SETTLED
    }

    /**
     * Says that a finding is none. It stays away until the session or one right beside it in its vehicle's or driver's
     * line has other values; where nobody stood beside it, until it says something else.
     *
     * @param reason in the person's own words
     */
    public Outcome dismiss(UUID session, Rule rule, SessionField field, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a finding is dismissed for a reason");
        }
        return rows.dismiss(session, rule, field, noLonger(reason));
    }

    /** Takes a dismissal back: the finding stands again. */
    public Outcome restore(UUID session, Rule rule, SessionField field) {
        return rows.restore(session, rule, field);
    }

    /**
     * Leaves a session out of Next and of the counts until then, or until nothing is wrong with it. Putting aside again
     * moves the time.
     *
     * @param until in the future
     */
    public Outcome putAside(UUID session, Instant until, @Nullable String note) {
        return rows.putAside(session, until, note == null ? null : noLonger(note));
    }

    /** Brings a session back that was put aside. */
    public Outcome takeBack(UUID session) {
        return rows.takeBack(session);
    }

    /**
     * Says that nobody can tell a reading: it is kept and counts nowhere, until it has another value.
     *
     * @param reading start or end mileage
     */
    public Outcome notKnown(UUID session, SessionField reading) {
        return rows.notKnown(session, ofReading(reading));
    }

    /** Takes back {@link #notKnown}: what stands there counts again. */
    public Outcome known(UUID session, SessionField reading) {
        return rows.known(session, ofReading(reading));
    }

    /**
     * Says that a vehicle got another odometer.
     *
     * @param since sessions that begin then or later read the new one
     * @param reading what it showed first
     */
    public Outcome newOdometer(UUID vehicle, Instant since, int reading) {
        return rows.newOdometer(vehicle, since, reading);
    }

    /** Takes back {@link #newOdometer}. */
    public Outcome sameOdometer(UUID vehicle, Instant since) {
        return rows.sameOdometer(vehicle, since);
    }

    private static SessionField ofReading(SessionField field) {
        if (!READINGS.contains(field)) {
            throw new IllegalArgumentException(field + " is no reading");
        }
        return field;
    }

    private static String noLonger(String text) {
        if (text.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("a note of " + text.length() + " characters");
        }
        return text.strip();
    }
}
