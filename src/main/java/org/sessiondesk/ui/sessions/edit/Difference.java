package org.sessiondesk.ui.sessions.edit;

import static org.sessiondesk.ui.Messages.t;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What would move between two values of a field: a span of time, a number of miles, or just that it changes. */
final class Difference {

    private Difference() {}

    static String between(@Nullable Object before, @Nullable Object after, Written written) {
        if (Objects.equals(recorded(before), recorded(after))) {
            return "";
        }
        return switch (after) {
            case Instant at when before instanceof Instant was -> signed(Duration.between(was, at), written);
            case Integer mileage
            when before instanceof Integer was -> (mileage > was ? "+" : "") + written.number(mileage - was);
            case null -> t("sessions.difference.cleared");
            default -> t(before == null ? "sessions.difference.new" : "sessions.difference.changed");
        };
    }

    /** OnTime writes a mileage that isn't recorded as 0. */
    private static @Nullable Object recorded(@Nullable Object value) {
        return Integer.valueOf(0).equals(value) ? null : value;
    }

    private static String signed(Duration moved, Written written) {
        return (moved.isNegative() ? "" : "+") + written.duration(moved);
    }
}
