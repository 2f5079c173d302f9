package org.sessiondesk.bench;

/** What is run and says itself what it took: milliseconds, CPU-milliseconds, bytes. */
@FunctionalInterface
interface Figure {

    double run() throws Exception;

    /** The milliseconds that a work takes on the clock. */
    static Figure millis(Work work) {
        return () -> {
            long began = System.nanoTime();
            work.run();
            return (System.nanoTime() - began) / 1e6;
        };
    }
}
