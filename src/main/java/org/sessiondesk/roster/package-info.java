/**
 * The drivers and vehicles behind OnTime's ids, as last read: names for people to recognise, and what payroll
 * calls them. Knows what a reading brings ({@code ontime}), people and live news, no session.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"site", "database", "live", "audit", "ontime", "sheet", "account"})
package org.sessiondesk.roster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
