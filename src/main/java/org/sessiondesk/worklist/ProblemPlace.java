package org.sessiondesk.worklist;

/**
 * "Problem 3 of 11": where a problem stands among those of a list.
 *
 * @param number how many of them come up to it, itself included
 * @param of how many there are
 * @param listed whether it is one of them
 */
public record ProblemPlace(int number, int of, boolean listed) {}
