package org.sessiondesk.ui.payout;

import static org.sessiondesk.ui.Messages.t;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.sessiondesk.account.People;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.payout.PayExports;
import org.sessiondesk.payroll.PayRules;
import org.sessiondesk.session.CorrectionKind;
import org.sessiondesk.session.Reason;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.statement.CorrectionReport;
import org.sessiondesk.statement.LateDifferences;
import org.sessiondesk.statement.LateKind;
import org.sessiondesk.statement.PayExportFiles;
import org.sessiondesk.statement.StatementWords;
import org.sessiondesk.ui.LiveUpdates;
import org.sessiondesk.ui.SiteTimes;
import org.sessiondesk.worktime.PayPeriod;
import org.springframework.stereotype.Component;

/** What exports and reports are made with, and how they are written on this screen. */
@Component
public class PayoutDesk implements StatementWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.US);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.US);

    final PayExports exports;
    final PayExportFiles files;
    final CorrectionReport corrections;
    final LateDifferences late;
    final PayRules rules;
    final People people;
    final LiveUpdates live;
    final SiteTimes times;
    private final InstantSource clock;

    PayoutDesk(
            PayExports exports,
            PayExportFiles files,
            CorrectionReport corrections,
            LateDifferences late,
            PayRules rules,
            People people,
            LiveUpdates live,
            SiteTimes times,
            InstantSource clock) {
        this.exports = exports;
        this.files = files;
        this.corrections = corrections;
        this.late = late;
        this.rules = rules;
        this.people = people;
        this.live = live;
        this.times = times;
        this.clock = clock;
    }

    /** {@code Mon 1 Jun – Sun 14 Jun 2026}. */
    static String words(PayPeriod period) {
        return t("payout.period", DAY.format(period.first()), DAY_AND_YEAR.format(period.last()));
    }

    static String words(LocalDate day) {
        return DAY_AND_YEAR.format(day);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), times.zone());
    }

    @Override
    public String kind(CorrectionKind kind) {
        return t("sessions.kind." + kind);
    }

    @Override
    public String field(SessionField field) {
        return t("sessions.field." + field);
    }

    @Override
    public String reason(Reason reason) {
        return t("sessions.reason." + reason);
    }

    @Override
    public String type(LogInType type) {
        return t("sessions.type." + type);
    }

    @Override
    public String late(LateKind kind) {
        return t("payout.late." + kind);
    }
}
