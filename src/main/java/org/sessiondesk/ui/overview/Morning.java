package org.sessiondesk.ui.overview;

import static org.sessiondesk.ui.Messages.t;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.delivery.Deliveries;
import org.sessiondesk.delivery.DeliveryState;
import org.sessiondesk.finding.Findings;
import org.sessiondesk.finding.Problem;
import org.sessiondesk.finding.RuleCount;
import org.sessiondesk.fleet.DayProblems;
import org.sessiondesk.fleet.Overview;
import org.sessiondesk.fleet.StillOut;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.ui.overview.Waiting.Part;
import org.sessiondesk.ui.sessions.edit.Written;
import org.sessiondesk.ui.sessions.problem.ProblemWords;
import org.sessiondesk.worklist.Worklist;
import org.springframework.stereotype.Component;

/** What the overview's lines say, asked anew each time. */
@Component
class Morning {

    /** More people than that are looked at in the list. */
    private static final int MOST_OUT = 20;

    private static final List<DeliveryState> TO_DECIDE =
            List.of(DeliveryState.CONFLICT, DeliveryState.UNCERTAIN, DeliveryState.REJECTED);

    private final Overview overview;
    private final Findings findings;
    private final Deliveries deliveries;
    private final SettledLines settledDays;
    private final Written written;

    Morning(Overview overview, Findings findings, Deliveries deliveries, SettledLines settledDays, Written written) {
        this.overview = overview;
        this.findings = findings;
        this.deliveries = deliveries;
        this.settledDays = settledDays;
        this.written = written;
    }

    /** How the last days stand. */
    List<Waiting> signOff() {
        return settledDays.lastDays(
                LocalDate.ofInstant(written.now(), written.times().zone()));
    }

    /** Problems, what comes back today, what has to be decided. */
    List<Waiting> needsYou() {
        var today = LocalDate.ofInstant(written.now(), written.times().zone());
        var yesterday = overview.problems(midnight(today.minusDays(1)), midnight(today));
        var counts = findings.counts();
        var lines = new ArrayList<Waiting>();
        lines.add(problems("overview.yesterday", "period=yesterday&", yesterday, List.of())
                .startingAt(start(yesterday.first(), "period=yesterday&finding=any")));
        var first = yesterday.first() == null
                ? findings.next(null).map(Problem::session).orElse(null)
                : null;
        var all = new DayProblems(counts.sessions(), counts.errors(), counts.warnings(), first);
        var rules = findings.byRule();
        lines.add(problems("overview.all-days", "", all, rules).startingAt(start(first, "finding=any")));
        int forgotten = rules.stream()
                .filter(each -> each.rule() == Rule.LOG_OUT_MISSING)
                .mapToInt(RuleCount::sessions)
                .sum();
        lines.add(Waiting.of(
                "forgotten", t("overview.forgotten", forgotten), "sessions?finding=log-out-missing", forgotten));
        int due = overview.due();
        lines.add(Waiting.of("aside", t("overview.aside", due), "sessions?finding=due", due));
        lines.add(toDecide(deliveries.openCounts()));
        lines.add(settledDays.late());
        return lines;
    }

    /** Who is out, since when; past the longest shift in amber. */
    List<Waiting> stillOut() {
        var out = overview.stillOut(MOST_OUT + 1);
        if (out.isEmpty()) {
            return List.of(Waiting.of("nobody", t("overview.nobody-out"), "sessions?mark=still-out", 0));
        }
        var lines = out.stream().limit(MOST_OUT).map(this::out).toList();
        return out.size() <= MOST_OUT
                ? lines
                : Stream.concat(
                                lines.stream(),
                                Stream.of(Waiting.of("more", t("overview.more-out"), "sessions?mark=still-out", 1)))
                        .toList();
    }

    /** @param keys what narrows the list to these problems, before which of them it shows */
    private static Waiting problems(String key, String keys, DayProblems problems, List<RuleCount> rules) {
        String to = "sessions?" + keys + "finding=";
        var severities = Stream.of(
                        part("overview.errors", problems.errors(), to + "error"),
                        part("overview.warnings", problems.warnings(), to + "warning"))
                .flatMap(Optional::stream)
                .toList();
        var byRule = rules.stream()
                .map(each -> new Part(
                        t("overview.rule." + each.worst(), ProblemWords.brief(each.rule()), each.sessions()),
                        to + each.rule().name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .toList();
        return Waiting.of(key, t(key, problems.sessions()), to + "any", problems.sessions())
                .with(severities, byRule);
    }

    private static Optional<Part> part(String key, int count, String to) {
        return count == 0 ? Optional.empty() : Optional.of(new Part(t(key, count), to));
    }

    /** For those who may put it right. */
    private static @Nullable String start(@Nullable UUID session, String keys) {
        boolean mayCorrect =
                SignedIn.current().map(me -> me.person().role().mayCorrect()).orElse(false);
        return session == null || !mayCorrect ? null : "sessions/" + session + "?" + keys;
    }

    private static Waiting toDecide(Map<DeliveryState, Long> open) {
        int count = TO_DECIDE.stream()
                .mapToInt(state -> open.getOrDefault(state, 0L).intValue())
                .sum();
        Optional<String> first = TO_DECIDE.stream()
                .filter(open::containsKey)
                .findFirst()
                .map(state -> "?state=" + state.name().toLowerCase(Locale.ROOT));
        return Waiting.of("decide", t("overview.decide", count), "deliveries" + first.orElse(""), count);
    }

    private Waiting out(StillOut out) {
        var since = Duration.between(out.logIn(), written.now());
        boolean late = since.compareTo(Worklist.LONGEST_SHIFT) > 0;
        String who = out.driver() == null ? t("sessions.no-driver") : out.driver();
        String words = t(
                late ? "overview.out-long" : "overview.out",
                who,
                out.vehicle() == null ? t("overview.no-vehicle") : out.vehicle(),
                written.times().near(out.logIn()),
                written.duration(since));
        return new Waiting(
                out.session().toString(),
                words,
                "sessions/" + out.session() + "?mark=still-out",
                late ? Waiting.Kind.AMBER : Waiting.Kind.PLAIN);
    }

    private Instant midnight(LocalDate day) {
        return day.atStartOfDay(written.times().zone()).toInstant();
    }
}
