package org.sessiondesk.audit;

import java.util.List;

/**
 * Some entries for all that fit.
 *
 * @param ofAll how many fit
 */
public record TrailSample(List<TrailEntry> entries, long ofAll) {

    public TrailSample {
        entries = List.copyOf(entries);
    }
}
