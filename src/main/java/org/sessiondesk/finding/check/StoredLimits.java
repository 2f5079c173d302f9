package org.sessiondesk.finding.check;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.SiteLimits;
import org.sessiondesk.site.Site;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the site wants to be told of: the settings, and the unit's own limits where nothing is set. */
@Component
public class StoredLimits {

    private final JdbcClient jdbc;
    private final SiteLimits usual;

    StoredLimits(JdbcClient jdbc, Site site) {
        this.jdbc = jdbc;
        this.usual = SiteLimits.of(site);
    }

    /** Those that hold. */
    public SiteLimits now() {
        return read("").limits();
    }

    /** Those that hold, and who set them. */
    public Standing standing() {
        return read("");
    }

    /** As {@link #now}; nobody else changes them until the current transaction ends. */
    public SiteLimits lock() {
        return read(" for update").limits();
    }

    private Standing read(String how) {
        return jdbc.sql(
                        "select warn_distance, warn_minutes, most_a_day, top_speed, changed_by, changed_at from rule_limits"
                                + how)
                .query((row, _) -> new Standing(
                        with(
                                row.getObject("warn_distance", Integer.class),
                                row.getObject("warn_minutes", Integer.class),
                                row.getObject("most_a_day", Integer.class),
                                row.getObject("top_speed", Integer.class)),
                        row.getObject("changed_by", UUID.class),
                        Columns.instantOrNull(row, "changed_at")))
                .single();
    }

    /** The limits of a site that set none. */
    public SiteLimits usual() {
        return usual;
    }

    /**
     * The limits that hold.
     *
     * @param by who changed them last; nobody yet if absent
     * @param at when
     */
    public record Standing(
            SiteLimits limits, @Nullable UUID by, @Nullable Instant at) {}

    /** Sets all of them. */
    public void store(SiteLimits limits, UUID by, Instant at) {
        jdbc.sql("""
                        update rule_limits set warn_distance = :distance, warn_minutes = :minutes, most_a_day = :day,
                               top_speed = :speed, changed_by = :by, changed_at = :at
                        """)
                .param("distance", limits.warnDistance())
                .param("minutes", limits.warnLength().toMinutes())
                .param("day", limits.mostADay())
                .param("speed", limits.topSpeed())
                .param("by", by)
                .param("at", Columns.at(at))
                .update();
    }

    private SiteLimits with(
            @Nullable Integer distance, @Nullable Integer minutes, @Nullable Integer day, @Nullable Integer speed) {
        return new SiteLimits(
                usual.zone(),
                usual.unit(),
                Objects.requireNonNullElse(distance, usual.warnDistance()),
                minutes == null ? usual.warnLength() : Duration.ofMinutes(minutes),
                Objects.requireNonNullElse(day, usual.mostADay()),
                Objects.requireNonNullElse(speed, usual.topSpeed()));
    }
}
