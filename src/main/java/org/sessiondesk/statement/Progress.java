package org.sessiondesk.statement;

/** Told now and then how many rows are written, and of how many. */
@FunctionalInterface
public interface Progress {

    void written(long rows, long of);
}
