package org.sessiondesk.ui.payperiod;

import static org.sessiondesk.ui.Messages.t;

import java.util.List;
import org.sessiondesk.payperiod.PeriodBoard;
import org.sessiondesk.signoff.DriverDay;
import org.sessiondesk.signoff.SignOutcome;
import org.sessiondesk.ui.Notices;
import org.sessiondesk.ui.settled.ChangedWords;

/** Says what became of many days that were signed together: a dialog only where something wasn't. */
final class SignedTogether {

    private final PeriodDesk desk;
    private final PeriodBoard board;

    SignedTogether(PeriodDesk desk, PeriodBoard board) {
        this.desk = desk;
        this.board = board;
    }

    void tell(List<SignOutcome> outcomes) {
        int done = (int)
                outcomes.stream().filter(SignOutcome.Signed.class::isInstance).count();
        if (done == outcomes.size()) {
            Notices.done(t("pay-period.sign.all", done));
            return;
        }
        var dialog = new LinkedDays(t("pay-period.sign.some", done, outcomes.size() - done));
        outcomes.forEach(outcome -> {
            String why = why(outcome);
            if (!why.isEmpty()) {
                dialog.add(which(outcome.day()), why, outcome.day());
            }
        });
        dialog.open();
    }

    private static String why(SignOutcome outcome) {
        return switch (outcome) {
            case SignOutcome.Signed _ -> "";
            case SignOutcome.Refused(var _, var objections) -> ChangedWords.objections(objections);
            case SignOutcome.NeedsReason(var _, var warnings) ->
                t("pay-period.sign.reason", ChangedWords.objections(warnings));
            case SignOutcome.Stale _ -> t("day-check.sign.stale");
            case SignOutcome.SignedAlready _ -> t("pay-period.sign.already");
            case SignOutcome.NothingToSign _ -> t("day-check.sign.nothing");
            case SignOutcome.Closed _ -> t("day-check.sign.closed");
        };
    }

    private String which(DriverDay day) {
        var times = desk.written().times();
        return t(
                "pay-period.one",
                board.name(day.driver()),
                times.day(day.day().atStartOfDay(times.zone()).toInstant()));
    }
}
