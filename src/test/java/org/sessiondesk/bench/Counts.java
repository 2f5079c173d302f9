package org.sessiondesk.bench;

/**
 * What a work took of the machine.
 *
 * @param statements without begin and commit
 * @param transactions begun
 * @param sharedBuffers of PostgreSQL touched, hit or read, by the statements
 * @param walBytes written ahead
 * @param walSyncs how often that was forced to the disk
 * @param cpuMillis of this process, its PostgreSQL included
 */
record Counts(
        double statements,
        double transactions,
        double sharedBuffers,
        double walBytes,
        double walSyncs,
        double cpuMillis) {

    Counts minus(Counts before) {
        return new Counts(
                statements - before.statements,
                transactions - before.transactions,
                sharedBuffers - before.sharedBuffers,
                walBytes - before.walBytes,
                walSyncs - before.walSyncs,
                cpuMillis - before.cpuMillis);
    }

    /** Each of so many acts. */
    Counts each(int acts) {
        return new Counts(
                statements / acts,
                transactions / acts,
                sharedBuffers / acts,
                walBytes / acts,
                walSyncs / acts,
                cpuMillis / acts);
    }
}
