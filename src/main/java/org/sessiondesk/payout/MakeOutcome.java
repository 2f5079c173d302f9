package org.sessiondesk.payout;

/** What became of making an export. */
public sealed interface MakeOutcome {

    /** It is made and keeps its number. */
    record Made(PayExport export) implements MakeOutcome {}

    /** Every signed day is paid as it is signed. */
    record NothingToPay() implements MakeOutcome {}

    /**
     * Somebody made one meanwhile.
     *
     * @param next the number that the next one would have
     */
    record Overtaken(long next) implements MakeOutcome {}

    /** It would not hold what was seen any more: a day was signed or opened meanwhile, or is rounded otherwise. */
    record Changed() implements MakeOutcome {}
}
