package org.sessiondesk.judge;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.sessiondesk.site.Site.DistanceUnit;

/**
 * What a made-up company recorded in a month, and what of it is wrong.
 *
 * @param seed makes the same fleet again
 * @param unit of its odometers
 * @param now when it is judged: nothing true begins later
 * @param sessions in no particular order
 * @param newOdometers replaced honestly
 * @param mistakes what of the sessions isn't as it was; empty in a clean fleet
 */
public record Fleet(
        long seed,
        ZoneId zone,
        DistanceUnit unit,
        Instant now,
        List<LineSession> sessions,
        List<NewOdometer> newOdometers,
        List<Mistake> mistakes) {}
