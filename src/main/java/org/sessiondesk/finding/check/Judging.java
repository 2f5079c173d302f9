package org.sessiondesk.finding.check;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.sessiondesk.finding.check.LineRows.Between;
import org.sessiondesk.finding.check.LineVerdict.Which;
import org.sessiondesk.finding.check.Lines.Window;
import org.sessiondesk.judge.DriverWindow;
import org.sessiondesk.judge.Finding;
import org.sessiondesk.judge.Judge;
import org.sessiondesk.judge.LineSession;
import org.sessiondesk.judge.NewOdometer;
import org.sessiondesk.judge.OtherLines;
import org.sessiondesk.judge.Placed;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.judge.VehicleWindow;
import org.sessiondesk.judge.Verdict;

/** Asks the judge about sessions in the pieces of lines that were read. */
final class Judging {

    private final Judge judge;
    private final Function<VehicleWindow, Verdict> inVehicleLines;
    private final Instant now;

    Judging(Judge judge, OtherLines others, Instant now) {
        this.judge = judge;
        this.inVehicleLines = judge.inVehicleLines(others, now);
        this.now = now;
    }

    LineVerdict inVehicleLine(Window window, Map<UUID, Between> between, List<NewOdometer> newOdometers) {
        var placed = window.sessions().stream()
                .map(session -> WholeLines.placed(session, between))
                .toList();
        var verdict = verdict(new VehicleWindow(placed, window.at(), newOdometers));
        return new LineVerdict(here(window).id(), Which.VEHICLE, verdict.findings(), verdict.asked(), window);
    }

    LineVerdict inDriverLine(Window window) {
        var findings = findings(new DriverWindow(window.sessions(), window.at()));
        return new LineVerdict(here(window).id(), Which.DRIVER, findings, null, window);
    }

    /** Whether what stands beside its sessions in their drivers' lines has to be known. */
    boolean asksDrivers(Window window) {
        return Judge.asksDrivers(new VehicleWindow(
                window.sessions().stream()
                        .map(session -> new Placed(session, null, null))
                        .toList(),
                window.at(),
                List.of()));
    }

    Verdict verdict(VehicleWindow window) {
        var verdict = inVehicleLines.apply(window);
        return verdict.findings().isEmpty() ? verdict : new Verdict(timeless(verdict.findings()), verdict.asked());
    }

    List<Finding> findings(DriverWindow window) {
        var findings = judge.inDriverLine(window, now);
        return findings.isEmpty() ? findings : timeless(findings);
    }

    /** Without the time of the judging itself: what is stored of the same thing is the same. */
    private static List<Finding> timeless(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.rule() != Rule.LOG_IN_FUTURE
                        ? finding
                        : new Finding(
                                finding.session(),
                                finding.rule(),
                                finding.severity(),
                                finding.field(),
                                finding.contradicts(),
                                finding.seen(),
                                null,
                                finding.siteLimit(),
                                finding.suggestions()))
                .toList();
    }

    private static LineSession here(Window window) {
        return window.sessions().get(window.at());
    }
}
