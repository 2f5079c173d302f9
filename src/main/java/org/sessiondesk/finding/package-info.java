/**
 * What is wrong with sessions, kept exact after every change: whoever moves a session says so in its transaction, and a
 * worker judges it and its neighbours anew; with what people say about it. Knows sessions and the judge; no delivery, no
 * screen.
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
            "judge"
        })
package org.sessiondesk.finding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
