package org.sessiondesk.ui.daycheck;

import static org.sessiondesk.ui.Messages.t;

import java.time.Instant;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.sessiondesk.daycheck.By;
import org.sessiondesk.daycheck.DayBar;
import org.sessiondesk.judge.Severity;
import org.sessiondesk.ui.sessions.edit.Written;
import org.sessiondesk.ui.sessions.problem.ProblemWords;
import org.sessiondesk.worktime.Shift;

/** What a bar says: short in it, and whole for whoever doesn't see it. */
final class BarWords {

    private final Written written;
    private final By by;

    BarWords(Written written, By by) {
        this.written = written;
        this.by = by;
    }

    /** {@code Van 14 · 88 mi}. */
    String shown(DayBar bar) {
        String distance = written.distance(bar.session().distance());
        return distance.isEmpty() ? who(bar) : who(bar) + " · " + distance;
    }

    /** {@code Van 14, Tue 06:58 to 17:05, 10 h 7 min, 88 mi, ▲ Log-out missing}. */
    String says(DayBar bar) {
        var session = bar.session();
        var logIn = Objects.requireNonNull(session.logIn());
        var parts = new ArrayList<>(List.of(who(bar)));
        if (session.logOut() == null) {
            parts.add(t("day-check.bar.open", written.times().weekday(logIn)));
        } else {
            parts.add(t("day-check.bar.time", written.times().weekday(logIn), ended(bar, session.logOut())));
            parts.add(written.duration(logIn, session.logOut()));
        }
        if (session.distance() != null) {
            parts.add(written.distance(session.distance()));
        } else if (bar.bar().shift().kind() == Shift.Kind.DRIVER) {
            parts.add(t("day-check.not-recorded"));
        }
        if (bar.worst() != null) {
            parts.add(sign(bar) + " " + ProblemWords.brief(bar.worst()));
        }
        if (session.leftOut()) {
            parts.add(t("day-check.bar.left-out"));
        } else if (session.vanished()) {
            parts.add(t("day-check.bar.vanished"));
        } else if (!bar.bar().here()) {
            parts.add(t("day-check.bar.elsewhere", belongs(bar)));
        }
        return String.join(", ", parts);
    }

    /** Where a part of a night comes from. */
    String before(DayBar bar) {
        return bar.bar().fromBefore()
                ? t("day-check.bar.before", weekday(bar.bar().shift().logIn()))
                : "";
    }

    /** Where it goes on. */
    String after(DayBar bar) {
        var logOut = bar.bar().shift().logOut();
        return bar.bar().toAfter() && logOut != null ? t("day-check.bar.after", weekday(logOut)) : "";
    }

    static String sign(DayBar bar) {
        return switch (bar.severity()) {
            case null -> bar.session().leftOut() ? "⊖" : bar.session().vanished() ? "⊘" : "";
            case ERROR -> "▲";
            case WARNING -> "△";
        };
    }

    static String kind(DayBar bar) {
        var kinds = new ArrayList<String>();
        if (bar.severity() != null) {
            kinds.add(bar.severity() == Severity.ERROR ? "error" : "warning");
        }
        if (bar.bar().shift().isOpen()) {
            kinds.add("open");
        }
        if (!bar.bar().shift().counts()) {
            kinds.add("uncounted");
        } else if (!bar.bar().here()) {
            kinds.add("elsewhere");
        }
        if (bar.bar().shift().kind() == Shift.Kind.DISPATCHER) {
            kinds.add("dispatcher");
        }
        return String.join(" ", kinds);
    }

    /** By drivers the vehicle, by vehicles the driver. */
    private String who(DayBar bar) {
        var session = bar.session();
        if (by == By.VEHICLE) {
            return session.driver() == null ? t("sessions.no-driver") : session.driver();
        }
        if (session.vehicle() != null) {
            return session.vehicle();
        }
        return bar.bar().shift().kind() == Shift.Kind.DISPATCHER
                ? t("day-check.dispatcher")
                : t("day-check.no-vehicle");
    }

    private String ended(DayBar bar, Instant logOut) {
        return bar.bar().fromBefore() || bar.bar().toAfter()
                ? written.times().weekday(logOut)
                : written.times().clock(logOut);
    }

    /** Under a rule that splits, its time is on both days and all else is here: {@code elsewhere} is where nothing is. */
    private String belongs(DayBar bar) {
        return written.times()
                .day(bar.bar().belongs().atStartOfDay(written.times().zone()).toInstant());
    }

    private String weekday(Instant at) {
        return at.atZone(written.times().zone()).getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.US);
    }
}
