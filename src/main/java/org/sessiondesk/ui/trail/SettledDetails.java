package org.sessiondesk.ui.trail;

import static org.sessiondesk.ui.Messages.t;

import java.util.Collection;
import java.util.stream.Collectors;

/** What an entry about a signed day tells of it. */
final class SettledDetails {

    private static final int MINUTE = 60;

    private SettledDetails() {}

    static String time(Object seconds) {
        long minutes = seconds instanceof Number number ? number.longValue() / MINUTE : 0;
        return t("sessions.hours-minutes", minutes / MINUTE, minutes % MINUTE);
    }

    static String warnings(Object rules) {
        return rules instanceof Collection<?> several
                ? several.stream()
                        .map(rule -> t("problem.brief." + rule))
                        .distinct()
                        .collect(Collectors.joining(", "))
                : rules.toString();
    }
}
