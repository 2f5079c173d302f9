/**
 * Driver sessions and the three doors through which one changes: a person's corrections, a reading from OnTime, and
 * what became of a delivery. Knows people, the roster, the trail and OnTime's record; neither queue nor screen.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"site", "database", "live", "audit", "ontime", "account", "roster"})
package org.sessiondesk.session;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
