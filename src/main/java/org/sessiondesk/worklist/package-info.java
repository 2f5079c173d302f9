/**
 * What a supervisor's bench reads: the list of sessions, its filters, counts and totals, one session with its history,
 * and its neighbours in the vehicle's line; and what programs take away whole. May join the tables of every room below;
 * writes nothing.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "site",
            "database",
            "live",
            "ontime",
            "account",
            "roster",
            "session",
            "judge",
            "finding",
            "worktime"
        })
package org.sessiondesk.worklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
