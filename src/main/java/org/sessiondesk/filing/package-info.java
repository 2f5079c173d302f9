/**
 * Files as the second way in: sessions, users and vehicles from CSV or JSON, looked through, compared and taken in only
 * when a person says so. Knows the door through which a reading changes sessions, the roster and the trail; no delivery,
 * no screen.
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
            "session",
            "sheet"
        })
package org.sessiondesk.filing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
