package org.sessiondesk.finding.check;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.LineSession;

/** Where something stands in a line, which is a vehicle's or a driver's. */
record Place(UUID line, Spot spot) {

    /** By log-in and id, as PostgreSQL orders them: without a sign. */
    record Spot(Instant logIn, UUID session) implements Comparable<Spot> {

        static Spot of(LineSession session) {
            var logIn = session.values().logIn();
            if (logIn == null) {
                throw new IllegalArgumentException("session " + session.id() + " stands in no line");
            }
            return new Spot(logIn, session.id());
        }

        @Override
        public int compareTo(Spot other) {
            int byTime = logIn.compareTo(other.logIn);
            if (byTime != 0) {
                return byTime;
            }
            int high = Long.compareUnsigned(session.getMostSignificantBits(), other.session.getMostSignificantBits());
            return high != 0
                    ? high
                    : Long.compareUnsigned(session.getLeastSignificantBits(), other.session.getLeastSignificantBits());
        }
    }

    static @Nullable Place of(@Nullable UUID line, @Nullable Instant logIn, UUID session) {
        return line == null || logIn == null ? null : new Place(line, new Spot(logIn, session));
    }
}
