package org.sessiondesk.finding.check;

import java.time.Duration;
import java.util.Objects;
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
        return jdbc.sql("select warn_distance, warn_minutes, most_a_day, top_speed from rule_limits")
                .query((row, _) -> with(
                        row.getObject("warn_distance", Integer.class),
                        row.getObject("warn_minutes", Integer.class),
                        row.getObject("most_a_day", Integer.class),
                        row.getObject("top_speed", Integer.class)))
                .single();
    }

    /** The limits of a site that set none. */
    public SiteLimits usual() {
        return usual;
    }

    /** Sets all of them. */
    public void store(SiteLimits limits) {
        jdbc.sql("""
                        update rule_limits set warn_distance = :distance, warn_minutes = :minutes, most_a_day = :day,
                               top_speed = :speed
                        """)
                .param("distance", limits.warnDistance())
                .param("minutes", limits.warnLength().toMinutes())
                .param("day", limits.mostADay())
                .param("speed", limits.topSpeed())
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
