package org.sessiondesk.payroll;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.worktime.PayCalendar;

/**
 * A pay calendar as columns of a row.
 *
 * @param weekStart 1 is Monday; of weeks only
 * @param aFirst of fortnights only
 */
record CalendarColumns(
        String period,
        @Nullable Integer weekStart,
        @Nullable LocalDate aFirst) {

    static CalendarColumns of(PayCalendar calendar) {
        return switch (calendar) {
            case PayCalendar.Weekly(DayOfWeek start) -> new CalendarColumns("WEEKLY", start.getValue(), null);
            case PayCalendar.Fortnightly(LocalDate first) -> new CalendarColumns("FORTNIGHTLY", null, first);
            case PayCalendar.HalfMonthly() -> new CalendarColumns("HALF_MONTHLY", null, null);
            case PayCalendar.Monthly() -> new CalendarColumns("MONTHLY", null, null);
        };
    }

    PayCalendar calendar() {
        return switch (period) {
            case "WEEKLY" -> new PayCalendar.Weekly(DayOfWeek.of(Objects.requireNonNull(weekStart)));
            case "FORTNIGHTLY" -> new PayCalendar.Fortnightly(Objects.requireNonNull(aFirst));
            case "HALF_MONTHLY" -> new PayCalendar.HalfMonthly();
            case "MONTHLY" -> new PayCalendar.Monthly();
            default -> throw new IllegalStateException("no pay period is " + period);
        };
    }

    /** As the trail has it. */
    static Map<String, Object> told(PaySetting setting) {
        var told = new LinkedHashMap<String, Object>();
        var columns = of(setting.calendar());
        told.put("payPeriod", columns.period);
        if (columns.weekStart != null) {
            told.put("weekStart", DayOfWeek.of(columns.weekStart).name());
        }
        if (columns.aFirst != null) {
            told.put("aFirst", columns.aFirst.toString());
        }
        told.put("rounding", setting.rounding().name());
        return told;
    }
}
