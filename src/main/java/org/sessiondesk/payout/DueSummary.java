package org.sessiondesk.payout;

/**
 * What the next export of a period would hold.
 *
 * @param number the one that it would have
 * @param days of the period, to be paid the first time
 * @param drivers of all its days
 * @param late days that were paid before or belong to another export's period: late differences
 * @param withoutNumber drivers of it whom payroll has no number for
 * @param mark what tells it apart from one that holds other days or pays other hours
 */
public record DueSummary(long number, int days, int drivers, int late, int withoutNumber, long mark) {

    /** Whether there is anything to export. */
    public boolean isEmpty() {
        return days + late == 0;
    }
}
