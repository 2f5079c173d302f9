package org.sessiondesk.judge;

import org.jspecify.annotations.Nullable;

/**
 * Why a suggestion is made, for the words "52,130 → 51,230: digits 2 and 3 swapped; then it follows 51,118 and precedes
 * 51,232".
 *
 * @param place a digit's place in the reading, counted from 1 at the left; in the suggested value for a dropped digit, in
 *     the seen one otherwise; 0 where no digit is meant
 * @param otherPlace the second one's place, 0 where there is none
 * @param follows the reading before that the suggestion then follows
 * @param precedes the reading after that the suggestion then precedes
 */
public record Why(
        Cause cause,
        int place,
        int otherPlace,
        @Nullable Integer follows,
        @Nullable Integer precedes) {

    /** Of a cause without digits and readings. */
    static Why of(Cause cause) {
        return new Why(cause, 0, 0, null, null);
    }
}
