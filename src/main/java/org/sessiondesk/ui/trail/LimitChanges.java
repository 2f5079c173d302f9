package org.sessiondesk.ui.trail;

import static org.sessiondesk.ui.Messages.t;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.finding.Limit;
import org.sessiondesk.ui.settings.LimitText;

/** Changed limits in words: "Distance of a session 300 mi → 270 mi". */
final class LimitChanges {

    private LimitChanges() {}

    static void lines(Map<String, @Nullable Object> details, List<String> lines) {
        if (!(details.get("before") instanceof Map<?, ?> before && details.get("after") instanceof Map<?, ?> after)) {
            return;
        }
        String unit = details.get("unit") instanceof String said ? said : "";
        for (var limit : Limit.values()) {
            if (before.get(limit.name()) instanceof Number was && after.get(limit.name()) instanceof Number is) {
                lines.add(t(
                        "trail.change",
                        t("settings.limit." + limit),
                        LimitText.told(limit, was.intValue(), unit),
                        LimitText.told(limit, is.intValue(), unit)));
            }
        }
    }
}
