package org.sessiondesk.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** A time in the site's zone with its offset. */
final class LocalTime {

    private final DateTimeFormatter form;

    LocalTime(ZoneId zone) {
        this.form = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ssxxx").withZone(zone);
    }

    @Nullable
    String text(@Nullable Instant at) {
        return at == null ? null : form.format(at);
    }
}
