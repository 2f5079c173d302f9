package org.sessiondesk.ui.settled;

import static org.sessiondesk.ui.Messages.t;

import java.util.Optional;
import java.util.UUID;
import org.sessiondesk.payout.PayExports;
import org.sessiondesk.session.DriverSession;
import org.sessiondesk.session.SettledBy;
import org.sessiondesk.signoff.DriverDay;
import org.sessiondesk.signoff.ReopenOutcome;
import org.sessiondesk.signoff.SettledDays;
import org.sessiondesk.signoff.SignOffs;
import org.sessiondesk.ui.Notices;
import org.sessiondesk.ui.SettledWords;
import org.sessiondesk.worktime.PayPeriod;
import org.springframework.stereotype.Component;

/** What screens ask about settled days, and the way to open one. */
@Component
public class SettledDesk {

    private final SettledDays settled;
    private final SignOffs signOffs;
    private final PayExports exports;
    private final SettledWords words;

    SettledDesk(SettledDays settled, SignOffs signOffs, PayExports exports, SettledWords words) {
        this.settled = settled;
        this.signOffs = signOffs;
        this.exports = exports;
        this.words = words;
    }

    /** What keeps the session from being changed. */
    public Optional<SettledBy> locking(DriverSession session) {
        return settled.locking(session.id(), session.values());
    }

    /** {@code Signed by Anna Tue 18:10.} */
    public String says(SettledBy by) {
        return words.brief(by);
    }

    /**
     * Asks why, then opens a driver's signed day.
     *
     * @param whose the driver's name
     * @param done afterwards, whatever became of it
     */
    public void reopen(DriverDay day, String whose, Runnable done) {
        String help = paid(day)
                .map(export -> t("settled.reopen.help.paid", export))
                .orElseGet(() -> t("settled.reopen.help"));
        new ReasonDialog(t("settled.reopen.title", whose), help, t("settled.reopen"), reason -> {
                    tell(signOffs.reopen(day, reason));
                    done.run();
                })
                .open();
    }

    /** The export that paid a day last; empty while none has. */
    public Optional<Long> paid(DriverDay day) {
        return Optional.ofNullable(
                exports.paidIn(new PayPeriod(day.day(), day.day())).get(day));
    }

    /** Says what became of it. */
    public static void tell(ReopenOutcome outcome) {
        switch (outcome) {
            case ReopenOutcome.Done _ -> Notices.done(t("settled.reopened"));
            case ReopenOutcome.NothingThere _ -> Notices.problem(t("settled.nothing-there"));
            case ReopenOutcome.Worked _ -> Notices.problem(t("settled.worked"));
            case ReopenOutcome.Closed(var period) ->
                Notices.problem(SettledWords.says(new SettledBy(
                        SettledBy.Kind.CLOSED_PERIOD,
                        period.by(),
                        period.at(),
                        period.days().first(),
                        period.days().last())));
        }
    }

    /** A session's day, as far as its driver goes. */
    public static Optional<DriverDay> dayOf(DriverSession session, SettledBy by) {
        UUID driver = session.values().driver();
        return driver == null || by.kind() != SettledBy.Kind.SIGNED_DAY
                ? Optional.empty()
                : Optional.of(new DriverDay(driver, by.first()));
    }
}
