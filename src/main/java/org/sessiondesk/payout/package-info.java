/**
 * Exports of pay periods: numbered, kept row by row as they were handed over, never paying a day twice. May know people, the
 * trail, how the site pays and what is signed; its SQL may read the tables of rooms below.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"site", "live", "audit", "account", "roster", "worktime", "payroll", "signoff"})
package org.sessiondesk.payout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
