package org.sessiondesk.payroll;

/** What became of another pay calendar or rounding. */
public sealed interface PayChange {

    /** It holds from now on. */
    record Applied() implements PayChange {}

    /** It holds already. */
    record Same() implements PayChange {}

    /** Somebody set others since these were looked at: nothing was changed. */
    record Overtaken() implements PayChange {}
}
