package org.sessiondesk.filing;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.filing.BadRow.Reason;
import org.sessiondesk.sheet.UnmarkedTime;

/** Times that don't say their zone, as what they are in the zone that a person named. */
final class RowTimes {

    private RowTimes() {}

    /**
     * The time as OnTime's contract has it, in UTC and marked. One that is marked, or isn't a time, stays as it is.
     *
     * @throws RowFault if the zone's clocks never showed it, or showed it twice
     */
    static String marked(String text, String column, @Nullable ZoneId zone) throws RowFault {
        if (zone == null || !UnmarkedTime.is(text)) {
            return text;
        }
        String time = text.strip();
        LocalDateTime local;
        try {
            local = UnmarkedTime.parse(time);
        } catch (DateTimeException e) {
            throw new RowFault(column, Reason.NO_TIME, time);
        }
        if (zone.normalized().equals(ZoneOffset.UTC)) {
            // It keeps its digits.
            return time.replace(' ', 'T') + "Z";
        }
        var offsets = zone.getRules().getValidOffsets(local);
        return switch (offsets.size()) {
            case 1 -> local.toInstant(offsets.getFirst()).toString();
            case 0 -> throw new RowFault(column, Reason.MISSING_HOUR, time);
            default -> throw new RowFault(column, Reason.REPEATED_HOUR, time);
        };
    }
}
