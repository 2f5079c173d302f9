package org.sessiondesk.ui.daycheck;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.daycheck.By;

/**
 * What {@code /shift-audit} shows, as its address has it: {@code ?day=2026-06-02&by=vehicle&view=table}. Without a day it
 * is yesterday; what is as usual is left out, and so is what can't be read.
 */
record DayUrl(@Nullable LocalDate day, By by, boolean table) {

    static final DayUrl USUAL = new DayUrl(null, By.DRIVER, false);

    private static final String VEHICLE = "vehicle";
    private static final String TABLE = "table";

    static DayUrl parse(QueryParameters keys) {
        return new DayUrl(
                day(keys.getSingleParameter("day").orElse("")),
                keys.getSingleParameter("by").filter(VEHICLE::equals).isPresent() ? By.VEHICLE : By.DRIVER,
                keys.getSingleParameter("view").filter(TABLE::equals).isPresent());
    }

    QueryParameters format() {
        Map<String, String> keys = new LinkedHashMap<>();
        if (day != null) {
            keys.put("day", day.toString());
        }
        if (by == By.VEHICLE) {
            keys.put("by", VEHICLE);
        }
        if (table) {
            keys.put("view", TABLE);
        }
        return QueryParameters.simple(keys);
    }

    /** As a link has it. */
    String href() {
        String query = format().getQueryString();
        return query.isEmpty() ? "shift-audit" : "shift-audit?" + query;
    }

    /** The day, seen from today. */
    LocalDate day(LocalDate today) {
        return day == null ? today.minusDays(1) : day;
    }

    DayUrl on(LocalDate other) {
        return new DayUrl(other, by, table);
    }

    DayUrl by(By other) {
        return new DayUrl(day, other, table);
    }

    DayUrl asTable(boolean other) {
        return new DayUrl(day, by, other);
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
