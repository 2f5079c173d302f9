/**
 * A pay period as a payroll clerk checks it: who worked how much on which day, what is signed, what stands against the rest.
 * May join the tables of every room below; writes nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"site", "ontime", "account", "worktime", "payroll", "signoff", "daycheck"})
package org.sessiondesk.payperiod;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
