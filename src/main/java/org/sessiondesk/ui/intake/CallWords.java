package org.sessiondesk.ui.intake;

import static org.sessiondesk.ui.Messages.t;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.connection.CallForecast;
import org.sessiondesk.ontime.Limits;
import org.sessiondesk.ui.SiteTimes;

/** The calls to OnTime in words, by what its headers told: used, left, when they start anew, and what comes of it. */
final class CallWords {

    private final SiteTimes times;

    CallWords(SiteTimes times) {
        this.times = times;
    }

    /** Calls of one limit. */
    String of(Limits.@Nullable Allowance allowance, Instant now) {
        if (allowance == null || allowance.remaining() == null) {
            return t("intake.left.unknown");
        }
        var reset = allowance.reset();
        if (reset != null && !reset.isAfter(now)) {
            return t("intake.left.over", times.near(reset));
        }
        long left = Math.max(0, allowance.remaining());
        if (allowance.limit() == null) {
            return t("intake.left.only", left, anew(reset));
        }
        return t("intake.left", Math.max(0, allowance.limit() - left), left, allowance.limit(), anew(reset));
    }

    private String anew(@Nullable Instant reset) {
        return reset == null ? "" : t("intake.left.reset", times.near(reset));
    }

    /** Calls of the month by its end. */
    String forecast(@Nullable Limits limits, Instant now) {
        return CallForecast.of(limits, now)
                .map(forecast -> forecast.usedUpAt() == null
                        ? t("intake.forecast.value", forecast.byItsEnd())
                        : t("intake.forecast.used-up", forecast.byItsEnd(), times.near(forecast.usedUpAt())))
                .orElseGet(() -> t("intake.forecast.unknown"));
    }
}
