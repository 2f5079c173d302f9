package org.sessiondesk.bench;

/** What a work took on the clock and of the machine. */
record Cost(double millis, Counts counts) {

    double cpuMillis() {
        return counts.cpuMillis();
    }

    double walBytes() {
        return counts.walBytes();
    }

    /** Each of so many acts. */
    Cost each(int acts) {
        return new Cost(millis / acts, counts.each(acts));
    }
}
