package org.sessiondesk.ui.trail;

import static org.sessiondesk.ui.Messages.t;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** In words how nights count from a day on, and how the site pays: "Pay period Weeks from Monday → Calendar months". */
final class PayChanges {

    private PayChanges() {}

    static void lines(Map<String, @Nullable Object> details, List<String> lines) {
        if (details.get("dayRule") instanceof String rule) {
            lines.add(t("trail.change", t("pay.rule"), rule(details.get("before")), rule(rule)));
            lines.add(t("trail.detail", t("pay.rule.from"), String.valueOf(details.get("validFrom"))));
            if (details.get("dropped") instanceof List<?> dropped && !dropped.isEmpty()) {
                dropped.forEach(day -> lines.add(t("pay.rule.dropped", day)));
            }
        } else if (details.get("before") instanceof Map<?, ?> before
                && details.get("after") instanceof Map<?, ?> after) {
            if (!period(before).equals(period(after))) {
                lines.add(t("trail.change", t("pay.period"), period(before), period(after)));
            }
            if (!rounding(before).equals(rounding(after))) {
                lines.add(t("trail.change", t("pay.rounding"), rounding(before), rounding(after)));
            }
        }
    }

    private static String rule(@Nullable Object rule) {
        return t("pay.rule." + rule);
    }

    private static String period(Map<?, ?> told) {
        String period = t("pay.period." + told.get("payPeriod"));
        if (told.get("weekStart") instanceof String start) {
            return t("pay.period.from", period, t("pay.weekday." + start));
        }
        return told.get("aFirst") instanceof String first ? t("pay.period.from", period, first) : period;
    }

    private static String rounding(Map<?, ?> told) {
        return t("pay.rounding." + told.get("rounding"));
    }
}
