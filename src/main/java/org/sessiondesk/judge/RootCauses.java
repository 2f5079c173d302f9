package org.sessiondesk.judge;

import static org.sessiondesk.judge.Rule.DISTANCE_IMPOSSIBLE;
import static org.sessiondesk.judge.Rule.DISTANCE_ZERO;
import static org.sessiondesk.judge.Rule.DRIVER_OVERLAP;
import static org.sessiondesk.judge.Rule.DUPLICATE;
import static org.sessiondesk.judge.Rule.DURATION_LONG;
import static org.sessiondesk.judge.Rule.LOG_IN_FUTURE;
import static org.sessiondesk.judge.Rule.LOG_OUT_BEFORE_LOG_IN;
import static org.sessiondesk.judge.Rule.LOG_OUT_BY_MACHINE;
import static org.sessiondesk.judge.Rule.LOG_OUT_MISSING;
import static org.sessiondesk.judge.Rule.MILEAGE_GAP;
import static org.sessiondesk.judge.Rule.READING_MISSING;
import static org.sessiondesk.judge.Rule.VEHICLE_OVERLAP;
import static org.sessiondesk.judge.Rule.WRONG_VEHICLE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which findings of a session have the same cause: the most exact one of them stands. */
final class RootCauses {

    private static final Set<Rule> OF_A_WRONG_LOG_OUT = EnumSet.of(
            VEHICLE_OVERLAP, DRIVER_OVERLAP, DURATION_LONG, DISTANCE_IMPOSSIBLE, READING_MISSING, DISTANCE_ZERO);

    /** What a rule tells so well that these needn't be told. */
    private static final Map<Rule, Set<Rule>> EXPLAINS = new EnumMap<>(Map.of(
            DUPLICATE, EnumSet.complementOf(EnumSet.of(DUPLICATE)),
            LOG_IN_FUTURE, EnumSet.complementOf(EnumSet.of(DUPLICATE, LOG_IN_FUTURE)),
            WRONG_VEHICLE, EnumSet.of(VEHICLE_OVERLAP, MILEAGE_GAP),
            LOG_OUT_MISSING, OF_A_WRONG_LOG_OUT,
            LOG_OUT_BY_MACHINE, OF_A_WRONG_LOG_OUT,
            LOG_OUT_BEFORE_LOG_IN, OF_A_WRONG_LOG_OUT,
            VEHICLE_OVERLAP, EnumSet.of(DRIVER_OVERLAP, DURATION_LONG),
            DRIVER_OVERLAP, EnumSet.of(DURATION_LONG),
            DISTANCE_IMPOSSIBLE, EnumSet.of(DURATION_LONG)));

    private RootCauses() {}

    static List<Finding> of(Collection<Finding> inVehicleLine, Collection<Finding> inDriverLine) {
        if (inVehicleLine.isEmpty() && inDriverLine.isEmpty()) {
            return List.of();
        }
        List<Finding> all = new ArrayList<>(inDriverLine);
        for (Finding finding : inVehicleLine) {
            // What both lines saw is told by the driver's, which knows when they usually leave.
            if (inDriverLine.stream().noneMatch(other -> other.rule() == finding.rule())) {
                all.add(finding);
            }
        }
        List<Finding> standing = new ArrayList<>();
        for (Finding finding : all) {
            if (all.stream().noneMatch(other -> explains(other, finding))) {
                standing.add(withWhatItExplains(finding, all));
            }
        }
        standing.sort(Comparator.comparing(Finding::severity)
                .thenComparing(Finding::rule)
                .thenComparing(Finding::field));
        return standing;
    }

    private static boolean explains(Finding one, Finding other) {
        return EXPLAINS.getOrDefault(one.rule(), Set.of()).contains(other.rule());
    }

    /** A forgotten log-out leaves the end mileage wrong, too: what that was is offered with it. */
    private static Finding withWhatItExplains(Finding finding, List<Finding> all) {
        List<Suggestion> suggestions = new ArrayList<>(finding.suggestions());
        for (Finding other : all) {
            boolean reading = other.rule() == READING_MISSING || other.rule() == DISTANCE_ZERO;
            if (reading && explains(finding, other)) {
                suggestions.addAll(other.suggestions());
            }
        }
        return new Finding(
                finding.session(),
                finding.rule(),
                finding.severity(),
                finding.field(),
                finding.contradicts(),
                finding.seen(),
                finding.bound(),
                finding.siteLimit(),
                suggestions);
    }
}
