package org.sessiondesk.worktime;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Time as it is paid, in whole minutes. */
public record Hours(long inMinutes) {

    private static final int MINUTES_AN_HOUR = 60;
    private static final int DECIMALS = 2;

    /** The hours of {@code 7 h 42 min}. */
    public long hours() {
        return inMinutes / MINUTES_AN_HOUR;
    }

    /** The minutes of {@code 7 h 42 min}. */
    public int minutes() {
        return (int) (inMinutes % MINUTES_AN_HOUR);
    }

    /** {@code 7.70}: of the same minutes, so that both say the same. */
    public BigDecimal decimal() {
        return BigDecimal.valueOf(inMinutes)
                .divide(BigDecimal.valueOf(MINUTES_AN_HOUR), DECIMALS, RoundingMode.HALF_UP);
    }

    /** Both together. */
    public Hours plus(Hours other) {
        return new Hours(inMinutes + other.inMinutes);
    }
}
