package org.sessiondesk.worklist;

/** How many sessions the standing views hold. */
public record ViewCounts(int yesterday, int stillOut) {}
