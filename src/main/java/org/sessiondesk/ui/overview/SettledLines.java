package org.sessiondesk.ui.overview;

import static org.sessiondesk.ui.Messages.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sessiondesk.payperiod.PeriodCheck;
import org.sessiondesk.payperiod.PeriodProgress;
import org.sessiondesk.signoff.DriverDay;
import org.sessiondesk.signoff.LateChanges;
import org.sessiondesk.signoff.SettledDays;
import org.sessiondesk.ui.overview.Waiting.Kind;
import org.sessiondesk.ui.sessions.edit.Written;
import org.sessiondesk.worktime.PayPeriod;
import org.springframework.stereotype.Component;

/** What the overview says of settled days. */
@Component
class SettledLines {

    private static final int DAYS = 14;

    private final SettledDays settled;
    private final LateChanges late;
    private final PeriodCheck check;
    private final Written written;

    SettledLines(SettledDays settled, LateChanges late, PeriodCheck check, Written written) {
        this.settled = settled;
        this.late = late;
        this.check = check;
        this.written = written;
    }

    Waiting late() {
        int count = late.count() + late.refused().size();
        return Waiting.of("late", t("overview.late", count), "shift-audit/late", count);
    }

    /** The pay period of yesterday, then the days before today, the newest first: {@code Tue 2 Jun · 31/36}. */
    List<Waiting> lastDays(LocalDate today) {
        var lines = new ArrayList<Waiting>();
        lines.add(period(check.progress()));
        var days = new PayPeriod(today.minusDays(DAYS), today.minusDays(1));
        var unsigned = count(settled.unsigned(days).stream());
        var signed = count(settled.signed(days).keySet().stream());
        for (var day = days.last(); !day.isBefore(days.first()); day = day.minusDays(1)) {
            long left = unsigned.getOrDefault(day, 0L);
            long done = signed.getOrDefault(day, 0L);
            if (left + done > 0) {
                lines.add(new Waiting(
                        "signed " + day,
                        t("overview.signed", day(day), done, left + done),
                        "shift-audit?day=" + day,
                        left == 0 ? Kind.NOTHING : Kind.PLAIN));
            }
        }
        return lines;
    }

    private Waiting period(PeriodProgress progress) {
        var last = progress.period().last();
        return new Waiting(
                "period",
                progress.closed()
                        ? t("overview.period-closed", day(last))
                        : t("overview.period", progress.settled(), progress.days(), day(last)),
                "shift-audit/period?day=" + progress.period().first(),
                progress.settled() == progress.days() ? Kind.NOTHING : Kind.PLAIN);
    }

    private static Map<LocalDate, Long> count(Stream<DriverDay> days) {
        return days.collect(Collectors.groupingBy(DriverDay::day, Collectors.counting()));
    }

    private String day(LocalDate day) {
        return written.times().day(day.atStartOfDay(written.times().zone()).toInstant());
    }
}
