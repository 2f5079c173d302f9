/**
 * Settled days: a person's word that a driver's day is right, closed pay periods, what they lock and what changed there since.
 * May know people, the trail, sessions and what stands against them; its SQL may read the tables of rooms below.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "site",
            "live",
            "ontime",
            "audit",
            "account",
            "roster",
            "worktime",
            "payroll",
            "session",
            "delivery",
            "judge"
        })
package org.sessiondesk.signoff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
