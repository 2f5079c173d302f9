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
import org.sessiondesk.fleet.DayProblems;
import org.sessiondesk.fleet.Overview;
import org.sessiondesk.fleet.StillOut;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.judge.Severity;
import org.sessiondesk.ui.sessions.edit.Written;
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
    private final Written written;

    Morning(Overview overview, Findings findings, Deliveries deliveries, Written written) {
        this.overview = overview;
        this.findings = findings;
        this.deliveries = deliveries;
        this.written = written;
    }

    /** Problems, what comes back today, what has to be decided. */
    List<Waiting> needsYou() {
        var today = LocalDate.ofInstant(written.now(), written.times().zone());
        var yesterday = overview.problems(midnight(today.minusDays(1)), midnight(today));
        var counts = findings.counts();
        var lines = new ArrayList<Waiting>();
        lines.add(problems("overview.yesterday", "sessions?period=yesterday&finding=any", yesterday)
                .startingAt(start(yesterday.first(), "period=yesterday&finding=any")));
        var first = yesterday.first() == null
                ? findings.next(null).map(Problem::session).orElse(null)
                : null;
        var all = new DayProblems(counts.of(Severity.ERROR), counts.of(Severity.WARNING), first);
        lines.add(problems("overview.all-days", "sessions?finding=any", all).startingAt(start(first, "finding=any")));
        int forgotten = counts.of(Rule.LOG_OUT_MISSING);
        lines.add(Waiting.of(
                "forgotten", t("overview.forgotten", forgotten), "sessions?finding=log-out-missing", forgotten));
        var back = overview.back(midnight(today), midnight(today.plusDays(1)));
        String backTo =
                back.first() == null ? "sessions?finding=put-aside" : "sessions/" + back.first() + "?finding=any";
        lines.add(Waiting.of("aside", t("overview.aside", back.sessions()), backTo, back.sessions()));
        lines.add(toDecide(deliveries.openCounts()));
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

    private static Waiting problems(String key, String to, DayProblems problems) {
        return Waiting.of(
                key, t(key, problems.errors(), problems.warnings()), to, problems.errors() + problems.warnings());
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
                late ? Waiting.Kind.AMBER : Waiting.Kind.PLAIN,
                null);
    }

    private Instant midnight(LocalDate day) {
        return day.atStartOfDay(written.times().zone()).toInstant();
    }
}
