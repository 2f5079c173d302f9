package org.sessiondesk.ui.settled;

import static org.sessiondesk.ui.Messages.t;

import java.time.LocalDate;
import org.sessiondesk.intake.Readings;
import org.sessiondesk.intake.Unread;
import org.sessiondesk.ui.SiteTimes;
import org.sessiondesk.worktime.PayPeriod;
import org.springframework.stereotype.Component;

/** Says that sessions of days about to be signed are still to come from OnTime. */
@Component
public class NotRead {

    private final Readings readings;
    private final SiteTimes times;

    NotRead(Readings readings, SiteTimes times) {
        this.readings = readings;
        this.times = times;
    }

    /** {@code Tue 2 Jun not fully read yet: 62 of about 80, done 06:04}; empty once it is. */
    public String of(LocalDate day) {
        return says(day, day, day(day));
    }

    /** The same of all its days. */
    public String of(PayPeriod period) {
        return says(period.first(), period.last(), t("pay-period.from-to", day(period.first()), day(period.last())));
    }

    private String says(LocalDate first, LocalDate last, String name) {
        return readings.unread(
                        first.atStartOfDay(times.zone()).toInstant(),
                        last.plusDays(1).atStartOfDay(times.zone()).toInstant())
                .map(unread -> says(name, unread))
                .orElse("");
    }

    private String says(String name, Unread unread) {
        String how = unread.total() == null
                ? t("day-check.not-read.so-far", name, unread.done())
                : t("day-check.not-read", name, unread.done(), unread.total());
        return unread.ends() == null
                ? t("day-check.not-read.sentence", how)
                : t("day-check.not-read.done", how, times.near(unread.ends()));
    }

    private String day(LocalDate day) {
        return times.day(day.atStartOfDay(times.zone()).toInstant());
    }
}
