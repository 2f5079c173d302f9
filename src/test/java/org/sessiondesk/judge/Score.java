package org.sessiondesk.judge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.Mistake.Kind;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;

/** How well a judge did, added up over fleets. */
final class Score {

    /** What the judge said of a mistake. */
    record Verdict(Fleet fleet, Mistake mistake, List<Finding> findings) {}

    /** A finding on a session without a mistake. */
    record FalseFinding(Fleet fleet, Finding finding) {}

    private final Share precision = new Share();
    private final Share slips = new Share();
    private final Share tellable = new Share();
    private final Share bounded = new Share();
    private final Share boundedMissing = new Share();
    private final Map<Kind, Share> recall = new EnumMap<>(Kind.class);
    private final Map<Kind, Share> exact = new EnumMap<>(Kind.class);
    private final List<Verdict> misses = new ArrayList<>();
    private final List<Verdict> inexact = new ArrayList<>();
    private final List<Verdict> unbounded = new ArrayList<>();
    private final Map<Rule, List<FalseFinding>> falseFindings = new EnumMap<>(Rule.class);
    private int sessions;
    private int mistakes;
    private int siteLimits;
    private int sharedAccounts;

    void add(Fleet fleet, List<Finding> findings) {
        sessions += fleet.sessions().size();
        mistakes += fleet.mistakes().size();
        var limits = SiteLimits.of(fleet.zone(), fleet.unit());
        var records = new HashMap<UUID, SessionValues>();
        fleet.sessions().forEach(session -> records.put(session.id(), session.values()));
        Set<UUID> wrong = new HashSet<>();
        Set<UUID> wrongTimes = new HashSet<>();
        for (var mistake : fleet.mistakes()) {
            wrong.add(mistake.session());
            if (mistake.other() != null) {
                wrong.add(mistake.other());
            }
            if (mistake.kind() == Kind.DUPLICATE
                    || mistake.truth().containsKey(SessionField.LOG_IN)
                    || mistake.truth().containsKey(SessionField.LOG_OUT)) {
                wrongTimes.add(mistake.session());
            }
            mistake(new Verdict(fleet, mistake, of(mistake, findings)));
        }
        for (var finding : findings) {
            boolean right = wrong.contains(finding.session());
            if (!right && finding.siteLimit() && beyond(limits, records.get(finding.session()))) {
                siteLimits++;
            } else if (!right && sharedAccount(finding, wrongTimes, records)) {
                sharedAccounts++;
            } else {
                precision.count(right);
                if (!right) {
                    falseFindings
                            .computeIfAbsent(finding.rule(), none -> new ArrayList<>())
                            .add(new FalseFinding(fleet, finding));
                }
            }
        }
    }

    private static List<Finding> of(Mistake mistake, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.session().equals(mistake.session())
                        || finding.session().equals(mistake.other()))
                .toList();
    }

    private void mistake(Verdict verdict) {
        var mistake = verdict.mistake;
        if (!mistake.leavesTrace()) {
            return;
        }
        boolean found = !verdict.findings.isEmpty();
        recall.computeIfAbsent(mistake.kind(), none -> new Share()).count(found);
        if (!found) {
            misses.add(verdict);
        }
        if (mistake.kind().slip()) {
            boolean hit = first(verdict, null)
                    .filter(suggestion ->
                            suggestion.value().equals(mistake.truth().get(suggestion.field())))
                    .isPresent();
            slips.count(hit);
            if (mistake.tellable()) {
                tellable.count(hit);
            }
            exact.computeIfAbsent(mistake.kind(), none -> new Share()).count(hit);
            if (!hit) {
                inexact.add(verdict);
            }
        }
        boolean written = mistake.kind() != Kind.FORGOTTEN_LOG_OUT && mistake.kind() != Kind.CLOSED_BY_MACHINE;
        for (var field : mistake.bounded()) {
            int truth = (Integer) mistake.truth().getOrDefault(field, -1);
            boolean near = (written ? first(verdict, field) : any(verdict, field))
                    .filter(suggestion -> Math.abs((Integer) suggestion.value() - truth) <= 2)
                    .isPresent();
            (written ? bounded : boundedMissing).count(near);
            if (!near && written) {
                unbounded.add(verdict);
            }
        }
    }

    /** The best suggestion of the worst finding that has one, or what changes along with it, for a field or any. */
    private static Optional<Suggestion> first(Verdict verdict, @Nullable SessionField field) {
        return verdict.findings.stream()
                .flatMap(finding -> finding.suggestions().stream().limit(1))
                .flatMap(Score::together)
                .filter(suggestion -> field == null || suggestion.field() == field)
                .findFirst();
    }

    /** The best suggestion for a field, also where it comes after one for another. */
    private static Optional<Suggestion> any(Verdict verdict, SessionField field) {
        return verdict.findings.stream()
                .flatMap(finding -> finding.suggestions().stream())
                .flatMap(Score::together)
                .filter(suggestion -> suggestion.field() == field)
                .findFirst();
    }

    private static Stream<Suggestion> together(Suggestion suggestion) {
        return suggestion.also() == null ? Stream.of(suggestion) : Stream.of(suggestion, suggestion.also());
    }

    private static boolean beyond(SiteLimits limits, @Nullable SessionValues values) {
        if (values == null) {
            return false;
        }
        Long distance = values.distance();
        Instant in = values.logIn();
        Instant out = values.logOut();
        return distance != null && distance > limits.warnDistance()
                || in != null && out != null && Duration.between(in, out).compareTo(limits.warnLength()) > 0;
    }

    /** Two sessions of an account that two people use do overlap, whatever else is wrong with the other one. */
    private static boolean sharedAccount(Finding finding, Set<UUID> wrongTimes, Map<UUID, SessionValues> records) {
        var one = records.get(finding.session());
        var other = finding.contradicts() == null ? null : records.get(finding.contradicts());
        return finding.rule() == Rule.DRIVER_OVERLAP
                && one != null
                && other != null
                && !wrongTimes.contains(finding.contradicts())
                && one.driver() != null
                && one.driver().equals(other.driver())
                && overlap(one, other);
    }

    private static boolean overlap(SessionValues one, SessionValues other) {
        return begins(one).isBefore(ends(other)) && begins(other).isBefore(ends(one));
    }

    private static Instant begins(SessionValues values) {
        return values.logIn() == null ? Instant.MIN : values.logIn();
    }

    private static Instant ends(SessionValues values) {
        return values.logOut() == null ? Instant.MAX : values.logOut();
    }

    Share precision() {
        return precision;
    }

    Share recall() {
        return Share.sum(recall.values());
    }

    Map<Kind, Share> recallByKind() {
        return recall;
    }

    /** Slips whose first suggestion is the truth. */
    Share slips() {
        return slips;
    }

    /** Those of them that are {@link Mistake#tellable}. */
    Share tellableSlips() {
        return tellable;
    }

    Map<Kind, Share> slipsByKind() {
        return exact;
    }

    /** Wrong readings with a true one close by that were told to within two miles. */
    Share withinTwo() {
        return bounded;
    }

    /** The same of end mileages that nobody wrote, for want of a log-out. */
    Share unwrittenWithinTwo() {
        return boundedMissing;
    }

    /** Findings in 1,000 sessions without a mistake, those apart not counted. */
    double falseInThousand() {
        return 1_000.0 * falseFindings.values().stream().mapToInt(List::size).sum() / sessions;
    }

    String made() {
        return "%,d, %,d".formatted(sessions, mistakes);
    }

    int siteLimits() {
        return siteLimits;
    }

    int sharedAccounts() {
        return sharedAccounts;
    }

    List<Verdict> misses() {
        return misses;
    }

    List<Verdict> inexact() {
        return inexact;
    }

    List<Verdict> notWithinTwo() {
        return unbounded;
    }

    Map<Rule, List<FalseFinding>> falseFindings() {
        return falseFindings;
    }
}
