package org.sessiondesk.payperiod;

import org.sessiondesk.worktime.PayPeriod;

/**
 * How far a pay period is settled: {@code 4 of 5 days, closes Fri}.
 *
 * @param settled days on which everything that counts is signed, or that are closed
 * @param days those on which anything counts, until yesterday
 * @param closed whether all of it is closed
 */
public record PeriodProgress(PayPeriod period, int settled, int days, boolean closed) {}
