package org.sessiondesk.ui.sessions.problem;

import static org.sessiondesk.ui.Messages.t;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.finding.FindingActs;
import org.sessiondesk.finding.FindingActs.Outcome;
import org.sessiondesk.judge.Finding;
import org.sessiondesk.judge.Suggestion;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.ui.Notices;
import org.sessiondesk.ui.sessions.edit.OdometerDialog;
import org.sessiondesk.ui.sessions.edit.Written;
import org.sessiondesk.worklist.SessionDetail;

/** What a person says about problems: asks for what it needs, does it, and says what happened. */
final class ProblemActs {

    private final FindingActs acts;
    private final Written written;
    private final Runnable done;

    ProblemActs(FindingActs acts, Written written, Runnable done) {
        this.acts = acts;
        this.written = written;
        this.done = done;
    }

    void putAside(UUID session) {
        var zone = written.times().zone();
        new AsideDialog(() -> LocalDate.ofInstant(written.now(), zone), (day, note) -> {
                    var until = day.atStartOfDay(zone).toInstant();
                    tell(
                            acts.putAside(session, until, note),
                            t("problem.aside.done", written.times().day(until)));
                })
                .open();
    }

    void takeBack(UUID session) {
        tell(acts.takeBack(session), t("problem.take-back.done"));
    }

    void dismiss(Finding finding, String sentence) {
        new DismissDialog(
                        sentence,
                        reason -> tell(
                                acts.dismiss(finding.session(), finding.rule(), finding.field(), reason),
                                t("problem.dismiss.done")))
                .open();
    }

    void restore(Finding finding) {
        tell(acts.restore(finding.session(), finding.rule(), finding.field()), t("problem.restore.done"));
    }

    void notKnown(UUID session, SessionField reading) {
        tell(acts.notKnown(session, reading), t("problem.not-known.done", ProblemWords.field(reading)));
    }

    void known(UUID session, SessionField reading) {
        tell(acts.known(session, reading), t("problem.known.done", ProblemWords.field(reading)));
    }

    /** @param suggestion the reading that stays; absent where the odometer was replaced on the way */
    void newOdometer(SessionDetail detail, String name, @Nullable Suggestion suggestion) {
        var values = detail.session().values();
        var vehicle = values.vehicle();
        var logIn = values.logIn();
        if (vehicle == null || logIn == null) {
            return;
        }
        // Replaced on the way: a moment of the drive, or it would hold for the next one only.
        var since = suggestion != null ? logIn : onTheWay(logIn, values.logOut());
        int first = suggestion != null && suggestion.value() instanceof Integer reading ? reading : 0;
        new OdometerDialog(
                        name,
                        written.times().zone(),
                        since,
                        first,
                        (at, reading) -> tell(acts.newOdometer(vehicle, at, reading), t("problem.odometer.done", name)))
                .open();
    }

    private static Instant onTheWay(Instant logIn, @Nullable Instant logOut) {
        return logOut != null && logOut.isAfter(logIn)
                ? logIn.plus(Duration.between(logIn, logOut).dividedBy(2))
                : logIn.plusSeconds(1);
    }

    private void tell(Outcome outcome, String words) {
        switch (outcome) {
            case DONE -> Notices.done(words);
            case SETTLED -> Notices.problem(t("problem.day-settled"));
            case NOTHING_THERE -> Notices.problem(t("problem.nothing-there"));
        }
        done.run();
    }
}
