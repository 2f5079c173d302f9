package org.sessiondesk.worklist;

import java.time.Duration;

/**
 * The foot of a list.
 *
 * @param sessions how many, at most {@link Worklist#REACH}
 * @param more whether there are more than that; time and distance are then of the counted part and say nothing
 * @param time of the counted sessions that have ended after they began
 * @param distance of the counted sessions whose readings are in order and at most {@link Worklist#FARTHEST} apart, in the site's
 *     unit
 * @param unlikely sessions whose distance isn't in the sum: below zero or past that, so one of their readings is wrong
 * @param leftOut sessions of the list that a person left out of totals
 * @param vanished others of the list that OnTime doesn't have any more: they don't count either
 */
public record Totals(
        int sessions, boolean more, Duration time, long distance, int unlikely, int leftOut, int vanished) {}
