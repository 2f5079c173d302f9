package org.sessiondesk.worklist;

import java.time.Duration;

/**
 * The foot of a list.
 *
 * @param sessions how many, at most {@link Worklist#REACH}
 * @param more whether there are more than that; time and distance are then of the counted part and say nothing
 * @param time of the sessions that have ended after they began
 * @param distance of the sessions with both readings in order, in the site's unit
 */
public record Totals(int sessions, boolean more, Duration time, long distance) {}
