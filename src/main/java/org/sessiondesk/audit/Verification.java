package org.sessiondesk.audit;

/** What recomputing the trail found. */
public sealed interface Verification {

    /**
     * Nothing changed, removed or slipped in.
     *
     * @param head the chain's last hash: two checks of a trail that agree on it agree on every entry before
     */
    record Whole(long entries, byte[] head) implements Verification {}

    /**
     * The first thing that doesn't fit.
     *
     * @param position the entry at which it was seen
     * @param why in plain words, for a technical reader
     */
    record Broken(long position, String why) implements Verification {}
}
