package org.sessiondesk.ui.payperiod;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which pay period {@code /shift-audit/period} shows, as its address has it: the one of {@code ?day=2026-06-02}, whatever
 * day of it that is; without one, or with one that can't be read, the one of yesterday.
 */
record PeriodUrl(@Nullable LocalDate day) {

    static final String PATH = "shift-audit/period";

    static PeriodUrl parse(QueryParameters keys) {
        return new PeriodUrl(day(keys.getSingleParameter("day").orElse("")));
    }

    QueryParameters format() {
        return day == null ? QueryParameters.empty() : QueryParameters.simple(Map.of("day", day.toString()));
    }

    /** As a link has it. */
    String href() {
        return day == null ? PATH : PATH + "?day=" + day;
    }

    /** The day, seen from today. */
    LocalDate day(LocalDate today) {
        return day == null ? today.minusDays(1) : day;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            var day = LocalDate.parse(text);
            return day.getYear() >= 1970 && day.getYear() < 10_000 ? day : null;
        } catch (DateTimeException _) {
            return null;
        }
    }
}
