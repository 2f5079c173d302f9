package org.sessiondesk.filing;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.sessiondesk.filing.BadRow.Reason;
import org.sessiondesk.sheet.UnmarkedTime;

/** Times that don't say their zone, as what they are in the zone and the order that a person named. */
final class RowTimes {

    private static final Pattern AS_ONTIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?");
    private static final String NONE = "0001-01-01T00:00:00Z";

    private RowTimes() {}

    /**
     * The time as OnTime's contract has it, in UTC and marked. One that is marked, or isn't a time, stays as it is.
     *
     * @throws RowFault if no calendar has it, or the zone's clocks never showed it, or showed it twice
     */
    static String marked(String text, String column, ColumnMapping mapping) throws RowFault {
        var unmarked = UnmarkedTime.of(text).orElse(null);
        if (unmarked == null) {
            return text;
        }
        String time = text.strip();
        if (unmarked.none()) {
            return NONE;
        }
        var zone = mapping.zone();
        if (zone == null || unmarked.needsOrder() && mapping.dates() == null) {
            return text;
        }
        LocalDateTime local;
        try {
            local = unmarked.in(mapping.dates());
        } catch (DateTimeException e) {
            throw new RowFault(column, Reason.NO_TIME, time);
        }
        if (zone.normalized().equals(ZoneOffset.UTC) && AS_ONTIME.matcher(time).matches()) {
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
