package org.sessiondesk.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.ontime.UserSessionText;

/** A value in OnTime's own form: what is neither a number nor a yes or no is a text. */
final class FeedValue {

    private FeedValue() {}

    static @Nullable Object of(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Number number -> number;
            case Boolean yes -> yes;
            case Instant time -> UserSessionText.wireTime(time);
            case LogInType type -> type.wireName();
            default -> value.toString();
        };
    }
}
