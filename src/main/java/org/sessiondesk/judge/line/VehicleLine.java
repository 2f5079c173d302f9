package org.sessiondesk.judge.line;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.DriverWindow;
import org.sessiondesk.judge.Finding;
import org.sessiondesk.judge.LineSession;
import org.sessiondesk.judge.OtherLines;
import org.sessiondesk.judge.Placed;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.judge.Severity;
import org.sessiondesk.judge.SiteLimits;
import org.sessiondesk.judge.VehicleWindow;
import org.sessiondesk.judge.Verdict;
import org.sessiondesk.judge.time.DriverLine;
import org.sessiondesk.judge.time.Twins;
import org.sessiondesk.session.SessionField;

/** What a vehicle's line says of one of its sessions. */
public final class VehicleLine {

    private VehicleLine() {}

    /** The verdict on the window's session. */
    public static Verdict verdict(VehicleWindow window, OtherLines others, SiteLimits limits, Instant now) {
        LineSession here = window.sessions().get(window.at()).session();
        List<Finding> findings = new ArrayList<>();
        if (here.values().driver() == null) {
            // It stands in no driver's line: its times are judged alone.
            findings.addAll(DriverLine.findings(new DriverWindow(List.of(here), 0), limits, now));
        }
        boolean overlaps = !VehicleOverlaps.clean(window.sessions(), window.at());
        boolean readings = !Plain.is(window, limits, now);
        if (!overlaps && !readings || !Line.counts(here, now)) {
            return findings.isEmpty() ? Verdict.CLEAN : new Verdict(findings, null);
        }
        UUID first = Twins.firstOf(window.sessions(), window.at(), Placed::session);
        if (first != null) {
            return new Verdict(List.of(duplicate(here, first)), null);
        }
        UUID vehicle = Objects.requireNonNull(here.values().vehicle());
        Strangers strangers = new Strangers(others, vehicle, Usual.yard(limits));
        Line line = Line.of(window, now);
        int at = line.indexOf(here.id());
        Stretch stretch = at < 0 ? null : Stretch.around(line, at, limits, strangers, now);
        if (at >= 0) {
            Set<UUID> elsewhere = stretch == null ? Set.of() : stretch.strangers();
            if (elsewhere.isEmpty() || elsewhere.contains(here.id())) {
                findings.addAll(ofReadings(line, at, stretch, limits));
            } else {
                // What is left of the line tells more without them.
                Line own = line.without(elsewhere);
                int there = own.indexOf(here.id());
                findings.addAll(ofReadings(own, there, Stretch.around(own, there, limits, strangers, now), limits));
            }
        }
        // A stranger in the line crosses whoever really drove: that is one cause, and told.
        boolean stranger = stretch != null && stretch.isStranger(here.id());
        Finding overlap = overlaps && !stranger
                ? new VehicleOverlaps(window, limits, now)
                        .of(id -> isStranger(id, line, stretch, limits, strangers, now))
                : null;
        if (overlap != null) {
            findings.add(overlap);
        }
        return new Verdict(findings, strangers.asked());
    }

    private static boolean isStranger(
            UUID session, Line line, @Nullable Stretch known, SiteLimits limits, Strangers strangers, Instant now) {
        int at = line.indexOf(session);
        if (at < 0) {
            return false;
        }
        Stretch stretch = known != null && known.within(at) ? known : Stretch.around(line, at, limits, strangers, now);
        return stretch != null && stretch.isStranger(session);
    }

    /** Only of a vehicle that two have at the same time is asked what their drivers did. */
    public static boolean asksDrivers(VehicleWindow window) {
        return !VehicleOverlaps.clean(window.sessions(), window.at());
    }

    private static List<Finding> ofReadings(Line line, int at, @Nullable Stretch stretch, SiteLimits limits) {
        List<Finding> findings = stretch == null ? new ArrayList<>() : new ArrayList<>(ReadingFindings.of(stretch, at));
        // Only a warned gap leaves both readings true.
        boolean wrong = findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        Finding distance = wrong ? null : new Distances(line, limits).of(at);
        Finding missing = wrong ? null : new MissingReading(line, limits).of(at);
        if (distance != null) {
            findings.add(distance);
        }
        if (missing != null) {
            findings.add(missing);
        }
        return findings;
    }

    private static Finding duplicate(LineSession here, UUID first) {
        return new Finding(
                here.id(), Rule.DUPLICATE, Severity.ERROR, SessionField.LOG_IN, first, null, null, false, List.of());
    }
}
