package org.sessiondesk.payroll;

import org.sessiondesk.worktime.DayRules;
import org.sessiondesk.worktime.HourRounding;
import org.sessiondesk.worktime.PayCalendar;

/** How the site pays: what counts on which day, which days are paid together, and to what a day's time is rounded. */
public record PaySetting(DayRules dayRules, PayCalendar calendar, HourRounding rounding) {}
