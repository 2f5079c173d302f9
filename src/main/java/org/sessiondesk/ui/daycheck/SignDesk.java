package org.sessiondesk.ui.daycheck;

import java.time.LocalDate;
import java.util.Map;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.daycheck.By;
import org.sessiondesk.daycheck.DayBoard;
import org.sessiondesk.payout.PayExports;
import org.sessiondesk.signoff.DriverDay;
import org.sessiondesk.signoff.SignOffs;
import org.sessiondesk.ui.SettledWords;
import org.sessiondesk.ui.settled.ChangedWords;
import org.sessiondesk.ui.settled.NotRead;
import org.sessiondesk.ui.settled.SettledDesk;
import org.sessiondesk.worktime.PayPeriod;
import org.springframework.stereotype.Component;

/** What signing on the board asks of the house. */
@Component
class SignDesk {

    private final SignOffs signOffs;
    private final SettledDesk settled;
    private final PayExports exports;
    private final ChangedWords changes;
    private final SettledWords words;
    private final NotRead notRead;

    SignDesk(
            SignOffs signOffs,
            SettledDesk settled,
            PayExports exports,
            ChangedWords changes,
            SettledWords words,
            NotRead notRead) {
        this.signOffs = signOffs;
        this.settled = settled;
        this.exports = exports;
        this.changes = changes;
        this.words = words;
        this.notRead = notRead;
    }

    Signing signing(Signing.Screen screen) {
        return new Signing(signOffs, settled, changes, screen);
    }

    SettledCells cells(DayBoard board) {
        var date = board.day().date();
        var paid = board.by() == By.DRIVER ? exports.paidIn(new PayPeriod(date, date)) : Map.<DriverDay, Long>of();
        return new SettledCells(board, paid, words, SignedIn.now().role());
    }

    /** {@code Tue 2 Jun not fully read yet: 62 of about 80, done 06:04}; empty once it is. */
    String notRead(LocalDate day) {
        return notRead.of(day);
    }
}
