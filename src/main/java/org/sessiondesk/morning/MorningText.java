package org.sessiondesk.morning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sessiondesk.site.Site;

/** The mail in words: counts, and where to look. No names: a mail lies on machines that aren't ours. */
final class MorningText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.US);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.US);

    private final Site site;
    private final String link;

    MorningText(Site site, String link) {
        this.site = site;
        this.link = link;
    }

    /** {@code Bay Couriers, Wed 3 Jun: 11 problems, 4 still out, 6 days unsigned}. */
    String subject(LocalDate today, MorningCounts counts) {
        var parts = new ArrayList<String>();
        if (counts.sessions() > 0) {
            parts.add(many(counts.sessions(), "problem"));
        }
        if (counts.out() > 0) {
            parts.add(counts.out() + " still out");
        }
        if (counts.unsignedDays() > 0) {
            parts.add(many(counts.unsignedDays(), "day") + " unsigned");
        }
        return site.name() + ", " + DAY.format(today) + ": "
                + (parts.isEmpty() ? "nothing waits" : String.join(", ", parts));
    }

    String text(LocalDate today, MorningCounts counts) {
        var lines = new ArrayList<String>();
        lines.add("Problems of " + DAY.format(today.minusDays(1)) + ": "
                + (counts.sessions() == 0
                        ? "none"
                        : many(counts.sessions(), "session") + " (" + counts.errors() + " with errors, "
                                + counts.warnings() + " with warnings)"));
        link(lines, counts.sessions(), "/sessions?period=yesterday&finding=any");
        lines.add("");
        lines.add("Still out: " + (counts.out() == 0 ? "nobody" : many(counts.out(), "driver") + since(counts)));
        link(lines, counts.out(), "/sessions?mark=still-out");
        lines.add("");
        lines.add("Not signed, of the last 14 days: "
                + (counts.unsigned().isEmpty()
                        ? "none"
                        : many(counts.unsignedDays(), "driver's day", "drivers' days")));
        counts.unsigned()
                .forEach((day, count) -> lines.add("  " + DAY.format(day) + ": " + count
                        + (link.isEmpty() ? "" : "  " + link + "/shift-audit?day=" + day)));
        lines.add("");
        lines.add("-- ");
        lines.add("Session Desk of " + site.name() + (link.isEmpty() ? "" : ", " + link + "/"));
        return String.join("\n", lines) + "\n";
    }

    private String since(MorningCounts counts) {
        Instant since = counts.outSince();
        return since == null ? "" : ", the first since " + MOMENT.format(since.atZone(site.zone()));
    }

    private void link(List<String> lines, int count, String to) {
        if (count > 0 && !link.isEmpty()) {
            lines.add("  " + link + to);
        }
    }

    private static String many(int count, String one) {
        return many(count, one, one + "s");
    }

    private static String many(int count, String one, String more) {
        return String.format(Locale.US, "%,d %s", count, count == 1 ? one : more);
    }
}
