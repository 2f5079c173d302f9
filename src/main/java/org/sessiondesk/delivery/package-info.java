/**
 * What a person changed, on its way to OnTime: the queue, the attempts with their evidence, and the decisions that only
 * a person can take. Knows sessions, the gate and OnTime's answers; no reading and no screen.
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
package org.sessiondesk.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
