package org.sessiondesk.signoff;

import java.util.List;
import org.sessiondesk.worktime.PayPeriod;

/** What became of one driver's day that was to be signed. Nothing of it hangs on other days. */
public sealed interface SignOutcome {

    /** Which day. */
    DriverDay day();

    /** It is signed now, and locked. */
    record Signed(SignOff signOff) implements SignOutcome {
        @Override
        public DriverDay day() {
            return signOff.day();
        }
    }

    /** These have to be settled first, the worst first; warnings aren't among them. */
    record Refused(DriverDay day, List<Objection> objections) implements SignOutcome {}

    /** Nothing stands against it but warnings: it passes with a reason. */
    record NeedsReason(DriverDay day, List<Objection> warnings) implements SignOutcome {}

    /** Other sessions count on it by now, or changed: it has to be looked at again. */
    record Stale(DriverDay day) implements SignOutcome {}

    /** Somebody was faster. */
    record SignedAlready(SignOff standing) implements SignOutcome {
        @Override
        public DriverDay day() {
            return standing.day();
        }
    }

    /** No session counts on it. */
    record NothingToSign(DriverDay day) implements SignOutcome {}

    /** It lies in a closed period. */
    record Closed(DriverDay day, PayPeriod period) implements SignOutcome {}
}
