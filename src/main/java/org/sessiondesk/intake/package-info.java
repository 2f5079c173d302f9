/**
 * Reads sessions, users and vehicles from OnTime, within its limits and so that a restart goes on where it was. Knows
 * the gate, OnTime's calls, the roster and the door through which a reading changes sessions; no delivery, no screen.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "site",
            "database",
            "live",
            "health",
            "audit",
            "ontime",
            "account",
            "roster",
            "connection",
            "session"
        })
package org.sessiondesk.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
