package org.sessiondesk.judge.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.DriverWindow;
import org.sessiondesk.judge.Finding;
import org.sessiondesk.judge.LineSession;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.judge.Severity;
import org.sessiondesk.judge.SiteLimits;
import org.sessiondesk.judge.Suggestion;
import org.sessiondesk.session.SessionField;

/** What a driver's line says of the times of one of its sessions. */
public final class DriverLine {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final Duration NOBODY_STAYS = Duration.ofHours(20);

    private final List<LineSession> line;
    private final int at;
    private final SiteLimits limits;
    private final Instant now;
    private final LineSession here;

    private DriverLine(DriverWindow window, SiteLimits limits, Instant now) {
        this.line = window.sessions();
        this.at = window.at();
        this.limits = limits;
        this.now = now;
        this.here = line.get(at);
    }

    /** One finding for each root cause. */
    public static List<Finding> findings(DriverWindow window, SiteLimits limits, Instant now) {
        DriverLine judged = new DriverLine(window, limits, now);
        return judged.clean() ? List.of() : judged.all();
    }

    /** Nothing near it crosses or looks alike, and its own times are plain: what nearly all sessions are. */
    private boolean clean() {
        Instant in = here.values().logIn();
        Instant out = here.values().logOut();
        if (in == null) {
            return true;
        }
        if (out == null || out.isBefore(in) || in.isAfter(now) || out.isAfter(in.plus(quietLength()))) {
            return false;
        }
        Instant next = at + 1 < line.size() ? line.get(at + 1).values().logIn() : null;
        if (next != null && next.isBefore(out.plusSeconds(60)) || LogOuts.midnight(out, limits.zone())) {
            return false;
        }
        for (int i = 0; i < at; i++) {
            Instant earlierOut = line.get(i).values().logOut();
            Instant earlierIn = line.get(i).values().logIn();
            if (earlierOut != null && earlierOut.isAfter(in)
                    || earlierIn != null && i >= at - 3 && in.getEpochSecond() - earlierIn.getEpochSecond() <= 600) {
                return false;
            }
        }
        return at == 0 || !Twins.isSecond(line, at, session -> session);
    }

    /** Up to it nobody is told, and no log-out is suspect. */
    private Duration quietLength() {
        Duration told = limits.warnLength();
        return told.compareTo(SiteLimits.LONG_SHIFT) < 0 ? told : SiteLimits.LONG_SHIFT;
    }

    private List<Finding> all() {
        Instant in = Objects.requireNonNull(here.values().logIn());
        Instant out = here.values().logOut();
        UUID first = Twins.firstOf(line, at, session -> session);
        if (first != null) {
            return List.of(finding(Rule.DUPLICATE, Severity.ERROR, SessionField.LOG_IN, first, null, null, List.of()));
        }
        Lengths lengths = Lengths.of(line, at);
        Instant next = nextLogIn();
        WrongDates dates = new WrongDates(limits.zone(), lengths, lastLogOut(), next);
        if (in.isAfter(now.plus(CLOCKS_DIFFER))) {
            return List.of(finding(
                    Rule.LOG_IN_FUTURE,
                    Severity.ERROR,
                    SessionField.LOG_IN,
                    null,
                    in.getEpochSecond(),
                    now.getEpochSecond(),
                    dates.tooLate(in, out, now)));
        }
        if (out == null) {
            return here.loggedInNow() ? List.of() : List.of(missing(lengths, next));
        }
        if (out.isBefore(in)) {
            List<Suggestion> suggestions = dates.wrongWayRound(in, out);
            SessionField field = suggestions.isEmpty()
                    ? SessionField.LOG_OUT
                    : suggestions.getFirst().field();
            return List.of(finding(
                    Rule.LOG_OUT_BEFORE_LOG_IN,
                    Severity.ERROR,
                    field,
                    null,
                    out.getEpochSecond(),
                    in.getEpochSecond(),
                    suggestions));
        }
        return closed(out, Duration.between(in, out), lengths, next);
    }

    private Finding missing(Lengths lengths, @Nullable Instant next) {
        return finding(
                Rule.LOG_OUT_MISSING,
                Severity.ERROR,
                SessionField.LOG_OUT,
                null,
                null,
                null,
                LogOuts.suggestions(line, at, lengths, next, limits));
    }

    private List<Finding> closed(Instant out, Duration length, Lengths lengths, @Nullable Instant next) {
        Rule rule = null;
        if (LogOuts.byMachine(out, next, limits.zone()) && LogOuts.unlike(line, at, out, lengths, next, limits)) {
            rule = Rule.LOG_OUT_BY_MACHINE;
        } else if (length.compareTo(limits.warnLength()) > 0) {
            rule = Rule.DURATION_LONG;
        }
        List<Finding> findings = new ArrayList<>();
        if (rule != null) {
            findings.add(new Finding(
                    here.id(),
                    rule,
                    rule == Rule.DURATION_LONG ? Severity.WARNING : Severity.ERROR,
                    SessionField.LOG_OUT,
                    null,
                    length.toSeconds(),
                    (rule == Rule.DURATION_LONG ? limits.warnLength() : SiteLimits.LONG_SHIFT).toSeconds(),
                    rule == Rule.DURATION_LONG && length.compareTo(NOBODY_STAYS) <= 0,
                    LogOuts.suggestions(line, at, lengths, next, limits)));
        }
        Finding crossing = new DriverOverlaps(line, at, lengths).finding();
        if (crossing != null && rule != Rule.LOG_OUT_BY_MACHINE) {
            findings.add(crossing);
        }
        return findings;
    }

    private @Nullable Instant nextLogIn() {
        Instant in = Objects.requireNonNull(here.values().logIn());
        for (int i = at + 1; i < line.size(); i++) {
            Instant next = line.get(i).values().logIn();
            boolean honest = next != null && next.isAfter(in) && !next.isAfter(now.plus(CLOCKS_DIFFER));
            if (honest
                    && line.get(i).values().type() == here.values().type()
                    && !Twins.isSecond(line, i, session -> session)) {
                return next;
            }
        }
        return null;
    }

    private @Nullable Instant lastLogOut() {
        for (int i = at - 1; i >= 0; i--) {
            Instant out = line.get(i).values().logOut();
            if (out != null) {
                return out;
            }
        }
        return null;
    }

    private Finding finding(
            Rule rule,
            Severity severity,
            SessionField field,
            @Nullable UUID contradicts,
            @Nullable Long seen,
            @Nullable Long bound,
            List<Suggestion> suggestions) {
        return new Finding(here.id(), rule, severity, field, contradicts, seen, bound, false, suggestions);
    }
}
