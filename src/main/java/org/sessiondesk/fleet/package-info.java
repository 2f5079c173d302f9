/**
 * The vehicles, each one's line of readings with its breaks, and what of the fleet waits for somebody this morning. May
 * join the tables of every room below; writes nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "session", "judge", "worklist"})
package org.sessiondesk.fleet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
