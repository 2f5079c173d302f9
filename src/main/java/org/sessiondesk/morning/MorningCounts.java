package org.sessiondesk.morning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What waits on a morning.
 *
 * @param sessions of yesterday with something wrong
 * @param out drivers who are still logged in
 * @param outSince since when the first of them is
 * @param unsigned by day, how many drivers' days of the last two weeks aren't signed
 */
record MorningCounts(
        int sessions,
        int errors,
        int warnings,
        int out,
        @Nullable Instant outSince,
        SortedMap<LocalDate, Integer> unsigned) {

    int unsignedDays() {
        return unsigned.values().stream().mapToInt(Integer::intValue).sum();
    }
}
