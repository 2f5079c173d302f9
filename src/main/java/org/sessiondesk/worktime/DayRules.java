package org.sessiondesk.worktime;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The rules of a site, each from a day on. A session is counted by the one that was in force on the day of its log-in:
 * so it has one, and counts once, also at night between two of them.
 *
 * @param since from which day on which; before the first it is {@link DayRule#LOG_IN}
 */
public record DayRules(NavigableMap<LocalDate, DayRule> since) {

    /**
     * Nobody looks for a session farther from its day. One that is longer is a mistake, and counts on the day of its log-in by
     * any rule: there it is found.
     */
    public static final Duration LONGEST = Duration.ofDays(7);

    /** Of a site that chose none. */
    public static final DayRules USUAL = new DayRules(Collections.emptyNavigableMap());

    public DayRules {
        since = Collections.unmodifiableNavigableMap(new TreeMap<>(since));
    }

    /** One for all days. */
    public static DayRules always(DayRule rule) {
        return new DayRules(new TreeMap<>(Map.of(LocalDate.MIN, rule)));
    }

    /** The rule of sessions that begin on this day. */
    public DayRule on(LocalDate day) {
        var last = since.floorEntry(day);
        return last == null ? DayRule.LOG_IN : last.getValue();
    }

    /** The same rules, and from this day on this one instead of whatever was to hold from then or later. */
    public DayRules from(LocalDate day, DayRule rule) {
        var rules = new TreeMap<>(since.headMap(day));
        var before = new DayRules(rules);
        if (before.on(day) != rule) {
            rules.put(day, rule);
        }
        return new DayRules(rules);
    }

    /** The rule that counts a session. */
    public DayRule ruleOf(Shift shift, ZoneId zone) {
        var time = shift.time();
        return time != null && time.length().compareTo(LONGEST) > 0
                ? DayRule.LOG_IN
                : on(LocalDate.ofInstant(shift.logIn(), zone));
    }

    /** The one day that a session belongs to, with its distance and all else of it that can't be split. */
    public LocalDate dayOf(Shift shift, ZoneId zone) {
        return ruleOf(shift, zone).dayOf(shift, zone);
    }

    /** Every day on which something of a session counts: more than one only where its time is split. */
    public Days daysOf(Shift shift, ZoneId zone) {
        var day = dayOf(shift, zone);
        return ruleOf(shift, zone) == DayRule.SPLIT
                ? new Days(day, DayRule.LOG_OUT.dayOf(shift, zone))
                : new Days(day, day);
    }
}
