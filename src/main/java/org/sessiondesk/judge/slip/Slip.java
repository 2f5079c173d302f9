package org.sessiondesk.judge.slip;

import org.sessiondesk.judge.Cause;

/**
 * A number that was perhaps meant.
 *
 * @param cost how unlikely it is to write the seen number for this one: the negative logarithm of the probability
 * @param place as in {@link org.sessiondesk.judge.Why#place}
 * @param otherPlace as in {@link org.sessiondesk.judge.Why#otherPlace}
 */
public record Slip(int meant, double cost, Cause cause, int place, int otherPlace) {}
