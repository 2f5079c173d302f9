/**
 * A day of the site as people check it: one row a driver or a vehicle with its sessions, totals and what is wrong with them,
 * and who usually works and has nothing entered. May join the tables of every room below; writes nothing.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"site", "ontime", "account", "judge", "worktime", "signoff", "payroll", "worklist"})
package org.sessiondesk.daycheck;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
