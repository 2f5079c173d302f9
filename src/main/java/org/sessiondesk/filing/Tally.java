package org.sessiondesk.filing;

/**
 * What became of records, or would.
 *
 * @param added not known before
 * @param changed known, with another value
 * @param same known and alike: nothing is written
 * @param held known, and a correction made here hasn't been delivered yet, or perhaps the same as a session added here
 *     that OnTime hasn't confirmed: nothing is written
 * @param bad can't be read
 * @param corrected those of the changed ones that were corrected here before
 */
public record Tally(long added, long changed, long same, long held, long bad, long corrected) {

    static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    Tally(long added, long changed, long same, long held, long bad) {
        this(added, changed, same, held, bad, 0);
    }

    Tally plus(Tally other) {
        return new Tally(
                added + other.added,
                changed + other.changed,
                same + other.same,
                held + other.held,
                bad + other.bad,
                corrected + other.corrected);
    }

    /** All of them. */
    public long rows() {
        return added + changed + same + held + bad;
    }

    /** Whether taking them in writes anything. */
    public boolean writes() {
        return added + changed > 0;
    }
}
