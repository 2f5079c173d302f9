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

/** What vehicles' lines say of their sessions, one after another: what neighbours share is worked out once. */
public final class VehicleLine {

    private final SiteLimits limits;
    private final Instant now;
    private final Stories stories;

    /** @param others asked only about readings that contradict their line */
    public VehicleLine(OtherLines others, SiteLimits limits, Instant now) {
        this.limits = limits;
        this.now = now;
        this.stories = new Stories(others, limits, now);
    }

    /** The verdict on the window's session. */
    public Verdict verdict(VehicleWindow window) {
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
        Strangers strangers =
                stories.strangers(Objects.requireNonNull(here.values().vehicle()));
        Line line = Line.of(window, now);
        int at = line.indexOf(here.id());
        Stretch stretch = at < 0 ? null : stories.around(line, at, strangers);
        if (at >= 0) {
            Set<UUID> elsewhere = stretch == null ? Set.of() : stretch.strangers();
            if (elsewhere.isEmpty() || elsewhere.contains(here.id())) {
                findings.addAll(ofReadings(line, at, stretch, strangers));
            } else {
                // What is left of the line tells more without them.
                Line own = line.without(elsewhere);
                int there = own.indexOf(here.id());
                findings.addAll(ofReadings(own, there, stories.around(own, there, strangers), strangers));
            }
        }
        // A stranger in the line crosses whoever really drove: that is one cause, and told.
        boolean stranger = stretch != null && stretch.isStranger(here.id());
        Finding overlap = overlaps && !stranger
                ? new VehicleOverlaps(window, limits, now).of(id -> isStranger(id, line, stretch, strangers))
                : null;
        if (overlap != null) {
            findings.add(overlap);
        }
        return new Verdict(findings, strangers.asked());
    }

    private boolean isStranger(UUID session, Line line, @Nullable Stretch known, Strangers strangers) {
        int at = line.indexOf(session);
        if (at < 0) {
            return false;
        }
        Stretch stretch = known != null && known.holds(session) ? known : stories.around(line, at, strangers);
        return stretch != null && stretch.isStranger(session);
    }

    /** Only of a vehicle that two have at the same time is asked what their drivers did. */
    public static boolean asksDrivers(VehicleWindow window) {
        return !VehicleOverlaps.clean(window.sessions(), window.at());
    }

    private List<Finding> ofReadings(Line line, int at, @Nullable Stretch stretch, Strangers strangers) {
        List<Finding> findings = new ArrayList<>();
        if (stretch != null) {
            findings.addAll(ReadingFindings.of(stretch, line.leg(at).id(), strangers));
        }
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
