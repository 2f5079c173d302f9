package org.sessiondesk.ui.payperiod;

import org.sessiondesk.payout.PayExports;
import org.sessiondesk.payperiod.PeriodCheck;
import org.sessiondesk.signoff.PayPeriods;
import org.sessiondesk.signoff.SignOffs;
import org.sessiondesk.ui.SettledWords;
import org.sessiondesk.ui.sessions.edit.Written;
import org.sessiondesk.ui.settled.NotRead;
import org.springframework.stereotype.Component;

/** What the pay period's screen asks of the house. */
@Component
record PeriodDesk(
        PeriodCheck check,
        PayPeriods periods,
        SignOffs signOffs,
        PayExports exports,
        SettledWords settled,
        NotRead notRead,
        Written written) {}
