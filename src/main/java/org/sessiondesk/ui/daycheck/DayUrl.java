package org.sessiondesk.ui.daycheck;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.daycheck.By;

/**
 * What {@code /shift-audit} shows, as its address has it: {@code ?day=2026-06-02&by=vehicle&view=table&session=…}. Without
 * a day it is yesterday; a session stands in the editor beside it; what is as usual is left out, and so is what can't be read.
 */
record DayUrl(
        @Nullable LocalDate day,
        By by,
        boolean table,
        @Nullable UUID session) {

    static final DayUrl USUAL = new DayUrl(null, By.DRIVER, false, null);

    private static final String VEHICLE = "vehicle";
    private static final String TABLE = "table";

    static DayUrl parse(QueryParameters keys) {
        return new DayUrl(
                day(keys.getSingleParameter("day").orElse("")),
                keys.getSingleParameter("by").filter(VEHICLE::equals).isPresent() ? By.VEHICLE : By.DRIVER,
                keys.getSingleParameter("view").filter(TABLE::equals).isPresent(),
                session(keys.getSingleParameter("session").orElse("")));
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
        if (session != null) {
            keys.put("session", session.toString());
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
        return new DayUrl(other, by, table, null);
    }

    DayUrl by(By other) {
        return new DayUrl(day, other, table, session);
    }

    DayUrl asTable(boolean other) {
        return new DayUrl(day, by, other, session);
    }

    /** The same with another session open; null for none. */
    DayUrl open(@Nullable UUID other) {
        return new DayUrl(day, by, table, other);
    }

    private static @Nullable UUID session(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            return null;
        }
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
