/**
 * The drivers and vehicles behind OnTime's ids, as last read: names for people to recognise. Knows what a reading
 * brings ({@code ontime}) and live news, no session.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"site", "database", "live", "audit", "ontime"})
package org.sessiondesk.roster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
